package io.tasker.testing;

import static io.tasker.testing.TaskerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.HandlerRegistry;
import io.tasker.HandlerResolver;
import io.tasker.event.DomainEvent;
import io.tasker.handler.StepContext;
import io.tasker.handler.StepExecutionResult;
import io.tasker.handler.StepHandler;
import io.tasker.spi.EventServices;
import io.tasker.spi.EventSubscriberAdapter;
import io.tasker.spi.HandlerModule;
import io.tasker.spi.StepAdapter;
import io.tasker.template.EventDeclaration;
import io.tasker.template.EventDeclaration.Condition;
import io.tasker.template.EventDeclaration.DeliveryMode;
import io.tasker.template.HandlerReference;
import io.tasker.template.StepDefinition;
import io.tasker.template.TaskTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a workflow test takes from the registry beside handlers: resolvers and subscribers. */
class WorkflowSurroundingsTest {

  private record Partner(String callable) implements StepHandler {
    @Override
    public StepExecutionResult call(StepContext context) {
      return StepExecutionResult.success(context, callable);
    }

    @Override
    public String name() {
      return "any_partner";
    }
  }

  private static final class Partners implements HandlerResolver {
    @Override
    public String name() {
      return "partners";
    }

    @Override
    public Optional<StepHandler> resolve(String namespace, HandlerReference reference) {
      return reference.callable().startsWith("partner.")
          ? Optional.of(new Partner(reference.callable()))
          : Optional.empty();
    }
  }

  private record Audit(List<String> seen) implements HandlerModule, EventSubscriberAdapter {
    @Override
    public String name() {
      return "audit";
    }

    @Override
    public List<StepAdapter> adapters() {
      return List.of();
    }

    @Override
    public List<EventSubscriberAdapter> subscribers() {
      return List.of(this);
    }

    @Override
    public String declaredAt() {
      return "Audit.on(DomainEvent)";
    }

    @Override
    public List<String> patterns() {
      return List.of("payment.*");
    }

    @Override
    public void call(DomainEvent event, EventServices services) {
      seen.add(event.name());
    }
  }

  private static StepDefinition step(String name, String callable, String resolver) {
    return StepDefinition.step(name, new HandlerReference(callable, "", resolver, Map.of()))
        .publishesEvents(
            List.of(
                new EventDeclaration(
                    "payment." + name,
                    "",
                    Condition.SUCCESS,
                    Optional.empty(),
                    DeliveryMode.DURABLE,
                    "")))
        .build();
  }

  private static TaskTemplate template() {
    return TaskTemplate.template("test", "flow", "1.0.0")
        .step(step("first", "partner.a", "partners"))
        .step(step("second", "partner.b", ""))
        .step(step("third", "partner.b", ""))
        .build();
  }

  @Test
  void handlersOfAResolver_areCalled_andMayBeReplaced() {
    WorkflowTest test =
        WorkflowTest.of(HandlerRegistry.empty().register(new Partners()), template());

    assertThat(test.run(Map.of()))
        .isComplete()
        .hasResult("first", "", "partner.a")
        .hasResult("second", "", "partner.b")
        .hasResult("third", "", "partner.b");
    assertThat(
            test.returning("second", 2)
                .failing("first", 1, new IllegalStateException("busy"))
                .run(Map.of()))
        .isComplete()
        .hasResult("first", "", "partner.a")
        .hasResult("second", "", 2)
        .hasResult("third", "", "partner.b");
  }

  @Test
  void subscribingMethods_areCalledOnRequest() {
    List<String> seen = new ArrayList<>();
    HandlerRegistry handlers = HandlerRegistry.of(new Audit(seen)).register(new Partners());

    assertThat(WorkflowTest.of(handlers, template()).run(Map.of())).isComplete();
    assertThat(seen).isEmpty();

    WorkflowRun run = WorkflowTest.of(handlers, template()).callingSubscribers().run(Map.of());
    assertThat(seen).containsExactly("payment.first", "payment.second", "payment.third");
    assertThat(run.events().names()).isEqualTo(seen);
  }
}
