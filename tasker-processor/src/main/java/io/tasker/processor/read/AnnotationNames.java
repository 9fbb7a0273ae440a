package io.tasker.processor.read;

import io.tasker.annotation.After;
import io.tasker.annotation.Api;
import io.tasker.annotation.Config;
import io.tasker.annotation.Depends;
import io.tasker.annotation.FanOut;
import io.tasker.annotation.Handler;
import io.tasker.annotation.Input;
import io.tasker.annotation.Provided;
import io.tasker.annotation.Publishes;
import io.tasker.annotation.Retry;
import io.tasker.annotation.Subscribes;
import io.tasker.annotation.Timeout;
import io.tasker.annotation.Workflow;
import java.util.List;

/** The qualified names of what a user types. */
public final class AnnotationNames {
  public static final String WORKFLOW = Workflow.class.getCanonicalName();
  public static final String SUBSCRIBES = Subscribes.class.getCanonicalName();
  public static final String HANDLER = Handler.class.getCanonicalName();
  static final String DEPENDS = Depends.class.getCanonicalName();
  static final String INPUT = Input.class.getCanonicalName();
  static final String CONFIG = Config.class.getCanonicalName();
  static final String API = Api.class.getCanonicalName();
  static final String PROVIDED = Provided.class.getCanonicalName();
  static final String AFTER = After.class.getCanonicalName();
  static final String RETRY = Retry.class.getCanonicalName();
  static final String FAN_OUT = FanOut.class.getCanonicalName();
  static final String PUBLISHES = Publishes.class.getCanonicalName();
  static final String PUBLISHES_LIST = Publishes.List.class.getCanonicalName();
  static final String TIMEOUT = Timeout.class.getCanonicalName();

  /** Those that say where the argument of a parameter comes from. */
  static final List<String> SOURCES = List.of(DEPENDS, INPUT, CONFIG, PROVIDED, API);

  /** Those beside {@code @Handler} on a method, two of them also on its class. */
  static final List<String> SETTINGS =
      List.of(AFTER, RETRY, TIMEOUT, FAN_OUT, PUBLISHES, PUBLISHES_LIST);

  /** All annotations the processor reads, each by its exact name. */
  public static final List<String> ALL =
      List.of(
          WORKFLOW,
          HANDLER,
          SUBSCRIBES,
          DEPENDS,
          INPUT,
          CONFIG,
          PROVIDED,
          API,
          AFTER,
          RETRY,
          TIMEOUT,
          FAN_OUT,
          PUBLISHES,
          PUBLISHES_LIST);

  /** Those that only generated code has. */
  public static final List<String> GENERATED =
      List.of(
          "io.tasker.spi.StepIndex",
          "io.tasker.spi.TaskerGenerated",
          "javax.annotation.processing.Generated");

  private AnnotationNames() {}
}
