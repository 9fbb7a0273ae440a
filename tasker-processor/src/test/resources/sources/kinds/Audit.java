package com.acme.kinds;

import io.tasker.annotation.Api;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Publishes;
import io.tasker.annotation.Subscribes;
import io.tasker.annotation.Workflow;
import io.tasker.event.DomainEvent;
import io.tasker.http.ApiClient;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Publishes an event, subscribes to it and calls an API. */
@Workflow(namespace = "audit", name = "rating", version = "1.0.0")
public final class Audit {
  private Audit() {}

  @Handler
  @Publishes(value = "rating.asked", delivery = Publishes.Delivery.FAST)
  static int ask(@Input("url") String url, @Api("http://localhost/v1") ApiClient rates) {
    return url.length();
  }

  @Subscribes("*")
  static void onAny(DomainEvent event) {
    System.out.println(event);
  }

  @Subscribes({"rating.*", "order.created"})
  static void onRating(@Provided List<String> lines, DomainEvent event, @Provided Supplier<?> clock)
      throws IOException {
    lines.add(event.name() + " " + event.payload());
  }
}
