package io.tasker.interop;

import io.tasker.HandlerRegistry;
import io.tasker.engine.EngineBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Gives an engine what the samples need; both engines get the same. */
final class SampleHandlers {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T09:00:00Z"), ZoneOffset.UTC);

  private final HandlerRegistry registry = HandlerRegistry.load();

  <B extends EngineBuilder<B>> B equip(B engine) {
    return engine.registry(registry).provide(Clock.class, CLOCK);
  }
}
