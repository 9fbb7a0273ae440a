package io.tasker.worker.database;

import io.tasker.TaskerException;
import java.util.List;

/** The database is not that of a Tasker Core cluster as this worker knows it. */
public final class UnusableDatabaseException extends TaskerException {
  private static final long serialVersionUID = 1L;

  UnusableDatabaseException(List<String> problems, String fix) {
    super(
        "The database cannot be used by a worker of Tasker Core 0.1:%n  - %s%nfix: %s"
            .formatted(String.join("%n  - ".formatted(), problems), fix));
  }
}
