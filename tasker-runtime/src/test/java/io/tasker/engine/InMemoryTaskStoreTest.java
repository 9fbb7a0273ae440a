package io.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.TaskRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryTaskStoreTest {
  private final InMemoryTaskStore store = new InMemoryTaskStore();
  private final AcceptedTask task =
      new AcceptedTask(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "1.0.0",
          TaskRequest.of("test", "flow"),
          Instant.EPOCH,
          Optional.empty());

  private static void append(TaskJournal journal, TaskEvent event, @Nullable Object result) {
    journal.append(event, result, null, Map.of());
  }

  @Test
  void ofCheckpoints_theLastOneOfEachStepKeepsWhatWasAccumulated() {
    TaskJournal journal = store.accept(task);
    append(journal, new TaskEvent.CheckpointYielded(3, 1, 10, 10), "first");
    append(journal, new TaskEvent.CheckpointYielded(4, 1, 5, 5), "other");
    append(journal, new TaskEvent.CheckpointYielded(3, 1, 20, 20), "second");
    append(journal, new TaskEvent.CheckpointYielded(3, 1, 30, 30), "third");
    append(journal, new TaskEvent.StepSucceeded(3, 1), "result");

    assertThat(store.events(task.id()))
        .extracting(InMemoryTaskStore.Entry::result)
        .containsExactly(null, "other", null, "third", "result");
    assertThat(store.events(task.id()))
        .extracting(InMemoryTaskStore.Entry::event)
        .startsWith(new TaskEvent.CheckpointYielded(3, 1, 10, 10));
  }
}
