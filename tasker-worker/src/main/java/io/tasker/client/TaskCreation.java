package io.tasker.client;

import io.tasker.InvalidInputException;
import io.tasker.TaskRejectedException;
import io.tasker.TaskRequest;
import io.tasker.UnknownWorkflowException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates a task, and says in an engine's words why there is none. */
final class TaskCreation {
  private static final int NEWEST = 100;

  private final TaskerClient client;
  private final TaskRequest request;

  // An id that nobody else has given a task, so that one that has it is the one.
  private final UUID own = UUID.randomUUID();

  TaskCreation(TaskerClient client, TaskRequest request) {
    this.client = client;
    this.request = request;
  }

  ClusterTask create() {
    String version = version();
    String workflow = "%s/%s@%s".formatted(request.namespace(), request.name(), version);
    ClusterCall<ClusterTask> call;
    try {
      call = client.create(hasOwnId() ? request.correlationId(own) : request);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(workflow, List.of(String.valueOf(e.getMessage())));
    }
    try {
      return call.call();
    } catch (ClusterException e) {
      return switch (e.kind()) {
        case UNAVAILABLE -> createdAllTheSame(e).orElseThrow(() -> e);
        case OVERLOADED -> throw rejected(e);
        case NOT_FOUND -> throw unknown(workflow, e);
        default -> throw e;
      };
    }
  }

  private String version() {
    return request
        .version()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A cluster has no newest version of %s/%s: name one, TaskRequest.version(...)"
                        .formatted(request.namespace(), request.name())));
  }

  private boolean hasOwnId() {
    return request.correlationId().isEmpty();
  }

  // The cluster lists the newest tasks first.
  private Optional<ClusterTask> createdAllTheSame(ClusterException failure) {
    if (!hasOwnId()) {
      return Optional.empty();
    }
    TaskFilter newest = TaskFilter.all().namespace(request.namespace()).page(1, NEWEST);
    try {
      return client.tasks(newest).call().tasks().stream()
          .filter(task -> task.correlationId().equals(own))
          .findFirst();
    } catch (ClusterException e) {
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }

  private static TaskRejectedException rejected(ClusterException why) {
    TaskRejectedException rejected =
        new TaskRejectedException(why.getMessage() + ". Try again later", false);
    rejected.initCause(why);
    return rejected;
  }

  private RuntimeException unknown(String workflow, ClusterException why) {
    try {
      List<String> known =
          client.insight().templates().call().templates().stream()
              .map(each -> "%s/%s@%s".formatted(each.namespace(), each.name(), each.version()))
              .sorted()
              .toList();
      UnknownWorkflowException unknown = new UnknownWorkflowException(workflow, known);
      unknown.initCause(why);
      return unknown;
    } catch (ClusterException e) {
      why.addSuppressed(e);
      return why;
    }
  }
}
