package io.tasker.testing;

import io.tasker.handler.StepContext;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.HandlerReference;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A handler as the steps of a test see it: some call it, others have something in its place. */
final class StubbedAdapter implements StepAdapter {
  private final HandlerDescriptor descriptor;
  private final @Nullable StepAdapter handler;
  private final Map<String, StepStub> stubs;
  private final VirtualTime time;

  private StubbedAdapter(
      HandlerDescriptor descriptor,
      @Nullable StepAdapter handler,
      Map<String, StepStub> stubs,
      VirtualTime time) {
    this.descriptor = descriptor;
    this.handler = handler;
    this.stubs = stubs;
    this.time = time;
  }

  /** Wraps a handler that at least one step calls. */
  static StubbedAdapter around(StepAdapter handler, Map<String, StepStub> stubs, VirtualTime time) {
    HandlerDescriptor own = handler.descriptor();
    boolean hasAnswers = stubs.values().stream().anyMatch(stub -> stub.answer() != null);
    HandlerDescriptor.Builder descriptor =
        named(own)
            .parameters(own.parameters().toArray(new Parameter<?>[0]))
            // An answer may be of any type, and steps below must not rely on the handler's.
            .result(hasAnswers ? JsonType.of(Object.class) : own.result());
    return new StubbedAdapter(descriptor.build(), handler, stubs, time);
  }

  /** Stands for a handler that no step calls, so that nothing it asks for has to be there. */
  static StubbedAdapter instead(
      StepAdapter handler, Map<String, StepStub> stubs, VirtualTime time) {
    HandlerDescriptor own = handler.descriptor();
    HandlerDescriptor.Builder descriptor =
        named(own)
            .declaredAt("a replacement for '" + own.callable() + "'")
            .takesContext(true)
            .result(JsonType.of(Object.class));
    return new StubbedAdapter(descriptor.build(), null, stubs, time);
  }

  /** Stands for a handler that does not exist. */
  static StubbedAdapter instead(
      HandlerReference reference, Map<String, StepStub> stubs, VirtualTime time) {
    HandlerDescriptor descriptor =
        HandlerDescriptor.handler(reference.callable(), reference.callable())
            .declaredAt("a replacement for '" + reference.callable() + "'")
            .takesContext(true)
            .result(JsonType.of(Object.class))
            .method(reference.method())
            .resolver(reference.resolver())
            .build();
    return new StubbedAdapter(descriptor, null, stubs, time);
  }

  /** Returns this as the handler that a template finds under a reference. */
  StubbedAdapter under(HandlerReference reference) {
    HandlerDescriptor.Builder own =
        HandlerDescriptor.handler(reference.callable(), descriptor.step())
            .declaredAt(descriptor.declaredAt())
            .takesContext(descriptor.takesContext())
            .parameters(descriptor.parameters().toArray(new Parameter<?>[0]))
            .result(descriptor.result())
            .method(reference.method())
            .resolver(reference.resolver());
    return new StubbedAdapter(own.build(), handler, stubs, time);
  }

  private static HandlerDescriptor.Builder named(HandlerDescriptor own) {
    return HandlerDescriptor.handler(own.callable(), own.step())
        .declaredAt(own.declaredAt())
        .takesContext(own.takesContext())
        .method(own.method())
        .aliases(own.aliases().toArray(new String[0]))
        .resolver(own.resolver());
  }

  @Override
  public HandlerDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public @Nullable Object call(StepInvocation invocation) throws Exception {
    String step = invocation.context().templateStepName();
    StepStub stub = stubs.getOrDefault(step, StepStub.NONE);
    if (stub.duration().isZero()) {
      Object returned = watched(stub, invocation);
      return returned instanceof CompletionStage<?> stage ? time.fromOutside(stage) : returned;
    }
    return time.delayed(stage(stub, invocation), stub.duration());
  }

  // A failure, too, is only seen once the time has passed.
  private CompletionStage<?> stage(StepStub stub, StepInvocation invocation) {
    try {
      Object returned = watched(stub, invocation);
      return returned instanceof CompletionStage<?> stage
          ? time.fromOutside(stage)
          : CompletableFuture.completedFuture(returned);
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private @Nullable Object watched(StepStub stub, StepInvocation invocation) throws Exception {
    return time.call(invocation.context().stepName(), () -> perform(stub, invocation));
  }

  private @Nullable Object perform(StepStub stub, StepInvocation invocation) throws Exception {
    StepContext context = invocation.context();
    if (stub.failure() != null && context.attempt() <= stub.failures()) {
      throw stub.failure();
    }
    if (stub.answer() != null) {
      return stub.answer().answer(context);
    }
    return Objects.requireNonNull(handler, descriptor.callable()).call(invocation);
  }
}
