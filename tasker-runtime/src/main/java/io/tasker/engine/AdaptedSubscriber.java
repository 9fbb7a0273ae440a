package io.tasker.engine;

import io.tasker.event.DomainEvent;
import io.tasker.event.EventSubscriber;
import io.tasker.internal.JacksonCodec;
import io.tasker.internal.MissingService;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.Parameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A {@code @Subscribes} method with the services it asks for. */
final class AdaptedSubscriber implements EventSubscriber, EventServices {
  private final EventSubscriberAdapter adapter;
  private final IdentityHashMap<Parameter<?>, Object> services = new IdentityHashMap<>();

  private AdaptedSubscriber(EventSubscriberAdapter adapter) {
    this.adapter = adapter;
  }

  /** Looks up the services of a method and reports those that are missing. */
  static AdaptedSubscriber of(
      EventSubscriberAdapter adapter,
      Map<Class<?>, Object> provided,
      JacksonCodec codec,
      List<String> problems) {
    AdaptedSubscriber subscriber = new AdaptedSubscriber(adapter);
    for (Parameter<?> parameter : adapter.services()) {
      Class<?> type = codec.type(parameter.type().type()).getRawClass();
      Object service = provided.get(type);
      if (service == null) {
        problems.add(MissingService.text(adapter.declaredAt(), type));
      } else {
        subscriber.services.put(parameter, service);
      }
    }
    return subscriber;
  }

  @Override
  public void receive(DomainEvent event) throws Exception {
    adapter.call(event, this);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // looked up by this type
  public <T> T service(Parameter<T> parameter) {
    Object service = services.get(parameter);
    if (service == null) {
      throw new IllegalArgumentException(
          adapter.declaredAt() + " does not list the parameter " + parameter);
    }
    return (T) service;
  }
}
