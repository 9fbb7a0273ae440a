package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types generated code names, by name: the processor runs without the runtime. */
final class GeneratedApi {
  private static final String SPI = "io.tasker.spi";

  static final ClassName BATCH_RESULTS = ClassName.get("io.tasker.handler", "BatchResults");
  static final ClassName DECISION = ClassName.get("io.tasker.handler", "Decision");
  static final ClassName DOMAIN_EVENT = ClassName.get("io.tasker.event", "DomainEvent");
  static final ClassName EVENT_SERVICES = ClassName.get(SPI, "EventServices");
  static final ClassName EVENT_SUBSCRIBER_ADAPTER = ClassName.get(SPI, "EventSubscriberAdapter");
  static final ClassName HANDLER_DESCRIPTOR = ClassName.get(SPI, "HandlerDescriptor");
  static final ClassName HANDLER_MODULE = ClassName.get(SPI, "HandlerModule");
  static final ClassName JSON_TYPE = ClassName.get(SPI, "JsonType");
  static final ClassName PARAMETER = ClassName.get(SPI, "Parameter");
  static final ClassName STEP_ADAPTER = ClassName.get(SPI, "StepAdapter");
  static final ClassName STEP_INDEX = ClassName.get(SPI, "StepIndex");
  static final ClassName TASKER_GENERATED = ClassName.get(SPI, "TaskerGenerated");
  static final ClassName TASK_ENGINE = ClassName.get("io.tasker", "TaskEngine");
  static final ClassName TASK_REQUEST = ClassName.get("io.tasker", "TaskRequest");
  static final ClassName TASK_RESULT = ClassName.get("io.tasker", "TaskResult");
  static final ClassName TYPED_CLIENT = ClassName.get("io.tasker", "TypedClient");
  static final ClassName TYPED_RESULTS = ClassName.get("io.tasker", "TypedResults");
  static final ClassName TYPED_TASK_HANDLE = ClassName.get("io.tasker", "TypedTaskHandle");

  private GeneratedApi() {}
}
