package io.tasker.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import io.tasker.TaskEngine;
import io.tasker.TaskRequest;
import io.tasker.TaskResult;
import io.tasker.TypedClient;
import io.tasker.TypedResults;
import io.tasker.TypedTaskHandle;
import io.tasker.event.DomainEvent;
import io.tasker.handler.BatchResults;
import io.tasker.handler.Decision;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.Parameter;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepIndex;
import io.tasker.spi.TaskerGenerated;
import org.junit.jupiter.api.Test;

/** The names in generated code are those of the runtime. */
class GeneratedApiTest {

  @Test
  void names_areThoseOfTheRuntime() {
    assertThat(GeneratedApi.BATCH_RESULTS).isEqualTo(ClassName.get(BatchResults.class));
    assertThat(GeneratedApi.DECISION).isEqualTo(ClassName.get(Decision.class));
    assertThat(GeneratedApi.DOMAIN_EVENT).isEqualTo(ClassName.get(DomainEvent.class));
    assertThat(GeneratedApi.EVENT_SERVICES).isEqualTo(ClassName.get(EventServices.class));
    assertThat(GeneratedApi.EVENT_SUBSCRIBER_ADAPTER)
        .isEqualTo(ClassName.get(EventSubscriberAdapter.class));
    assertThat(GeneratedApi.HANDLER_DESCRIPTOR).isEqualTo(ClassName.get(HandlerDescriptor.class));
    assertThat(GeneratedApi.HANDLER_MODULE).isEqualTo(ClassName.get(HandlerModule.class));
    assertThat(GeneratedApi.JSON_TYPE).isEqualTo(ClassName.get(JsonType.class));
    assertThat(GeneratedApi.PARAMETER).isEqualTo(ClassName.get(Parameter.class));
    assertThat(GeneratedApi.STEP_ADAPTER).isEqualTo(ClassName.get(StepAdapter.class));
    assertThat(GeneratedApi.STEP_INDEX).isEqualTo(ClassName.get(StepIndex.class));
    assertThat(GeneratedApi.TASKER_GENERATED).isEqualTo(ClassName.get(TaskerGenerated.class));
    assertThat(GeneratedApi.TASK_ENGINE).isEqualTo(ClassName.get(TaskEngine.class));
    assertThat(GeneratedApi.TASK_REQUEST).isEqualTo(ClassName.get(TaskRequest.class));
    assertThat(GeneratedApi.TASK_RESULT).isEqualTo(ClassName.get(TaskResult.class));
    assertThat(GeneratedApi.TYPED_CLIENT).isEqualTo(ClassName.get(TypedClient.class));
    assertThat(GeneratedApi.TYPED_RESULTS).isEqualTo(ClassName.get(TypedResults.class));
    assertThat(GeneratedApi.TYPED_TASK_HANDLE).isEqualTo(ClassName.get(TypedTaskHandle.class));
  }
}
