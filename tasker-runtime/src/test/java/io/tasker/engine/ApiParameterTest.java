package io.tasker.engine;

import static io.tasker.engine.Adapters.adapter;
import static io.tasker.engine.Adapters.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.http.ApiClient;
import io.tasker.spi.Parameter;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiParameterTest {

  private static LocalEngine engine(String url, Map<String, Object> config) {
    Parameter<ApiClient> api = Parameter.api(url);
    HandlerReference reference = new HandlerReference("rate", "", "", config);
    return LocalEngine.builder()
        .registry(
            HandlerRegistry.empty()
                .register(
                    adapter(
                        handler("rate").parameters(api),
                        invocation -> invocation.argument(api).toString())))
        .template(
            TaskTemplate.template("test", "flow", "1.0.0")
                .step(StepDefinition.step("rate", reference).build())
                .build())
        .build();
  }

  @Test
  void theBaseUrl_takesValuesOfTheConfiguration() throws Exception {
    try (LocalEngine engine =
        engine("https://${config.host}/v1", Map.of("host", "rates.example.com"))) {
      assertThat(engine.submit(TaskRequest.of("test", "flow")).await().result("rate", String.class))
          .contains("https://rates.example.com/v1");
    }
  }

  @Test
  void aMissingKey_andABadUrl_areReportedAtStartUp() {
    assertThatThrownBy(() -> engine("https://${config.host}/v1", Map.of("port", 1)))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "step 'rate' (Handlers.rate) needs configuration key 'host' for the API at"
                + " https://${config.host}/v1; there: port");
    assertThatThrownBy(() -> engine("rates.example.com", Map.of()))
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "step 'rate' (Handlers.rate) takes an API at a base URL that is none");
  }
}
