package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tasker.EngineConfigurationException;
import io.tasker.HandlerRegistry;
import io.tasker.TaskRequest;
import io.tasker.handler.StepContext;
import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.JsonType;
import io.tasker.spi.StepAdapter;
import io.tasker.spi.StepInvocation;
import io.tasker.template.StepType;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates that come with handler modules, and what environments change in them. */
class TemplateSourcesTest {

  private static final class Greet implements StepAdapter {
    @Override
    public HandlerDescriptor descriptor() {
      return HandlerDescriptor.handler("greet", "greet")
          .declaredAt("Greetings.greet(StepContext)")
          .result(JsonType.of(String.class))
          .build();
    }

    @Override
    public Object call(StepInvocation invocation) {
      StepContext context = invocation.context();
      return context.config("greeting", String.class) + context.config("mark", String.class);
    }
  }

  private record Module(String name, List<String> templates) implements HandlerModule {
    @Override
    public List<StepAdapter> adapters() {
      return List.of(new Greet());
    }
  }

  private static LocalEngineBuilder engine(String resource) {
    return LocalEngine.builder()
        .registry(HandlerRegistry.of(new Module("com.acme", List.of(resource))));
  }

  @Test
  void onlyChosenWorkflows_areRun() throws Exception {
    String resource = "/META-INF/tasker/test/packaged.yaml";
    try (LocalEngine engine =
        engine(resource)
            .workflow("test", "packaged")
            .template(Templates.flow(Templates.ONCE, "greet"))
            .build()) {
      assertThat(engine.submit(TaskRequest.of("test", "packaged")).await().isComplete()).isTrue();
      assertThat(engine.submit(TaskRequest.of("test", "flow")).id()).isNotNull();
    }
    assertThatThrownBy(() -> engine(resource).workflow("test", "packed").build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "No module brings the workflow 'test/packed'. Did you mean 'test/packaged'? Their workflows: test/packaged");
  }

  @Test
  void aModulesTemplates_areRun() throws Exception {
    try (LocalEngine engine = engine("/META-INF/tasker/test/packaged.yaml").build()) {
      assertThat(
              engine
                  .submit(TaskRequest.of("test", "packaged"))
                  .await()
                  .result("greet", String.class))
          .isEqualTo("Hello!");
    }
  }

  @Test
  void anEnvironment_mergesConfiguration() throws Exception {
    try (LocalEngine engine =
        engine("META-INF/tasker/test/packaged.yaml").environment("staging").build()) {
      assertThat(
              engine
                  .submit(TaskRequest.of("test", "packaged"))
                  .await()
                  .result("greet", String.class))
          .isEqualTo("Hi!");
    }
  }

  @Test
  void aLostTemplate_isReportedAtStartUp() {
    assertThatThrownBy(() -> engine("/META-INF/tasker/test/lost.yaml").build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining(
            "com.acme names the template /META-INF/tasker/test/lost.yaml, which is not on the class path");
  }

  @Test
  void whatAFileSaysInVain_isToldWithItsPlace() {
    String yaml =
        """
        name: flow
        namespace_name: test
        version: "1.0.0"
        steps:
          - name: greet
            handler: {callable: greet}
            retry: {limit: 5}
        """;
    List<String> warnings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    TemplateSources sources = new TemplateSources(warnings::add);
    sources.add("flow.yaml", yaml);

    assertThat(sources.read(HandlerRegistry.empty(), problems)).hasSize(1);
    assertThat(problems).isEmpty();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("flow.yaml:7:13: warning: [Tasker/UnknownKey]")
        .contains("did you mean: 'max_attempts'");
  }

  @Test
  void whatTheTemplateChecksFind_isReportedAtStartUp() {
    TaskTemplate template =
        TaskTemplate.template("test", "flow", "1.0.0")
            .step(Templates.step("greet").type(StepType.DECISION).build())
            .build();

    assertThatThrownBy(
            () ->
                LocalEngine.builder()
                    .registry(HandlerRegistry.empty().register("greet", context -> null))
                    .template(template)
                    .build())
        .isInstanceOf(EngineConfigurationException.class)
        .hasMessageContaining("[Tasker/DecisionWithoutDependency]")
        .hasMessageContaining("[Tasker/DecisionWithoutBranches]");
  }
}
