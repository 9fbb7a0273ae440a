package io.tasker.worker;

import io.tasker.worker.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the builder of a worker was told. */
final class WorkerSettings {
  @Nullable String url;
  @Nullable DataSource source;
  final List<String> namespaces = new ArrayList<>();
  @Nullable UUID id;
  @Nullable Integer httpPort;
  String httpAddress = "127.0.0.1";
  @Nullable Supplier<String> metrics;
  Clock clock = Clock.systemUTC();
  int concurrency = 10;
  int maxResultBytes = 1_000_000;
  Duration shutdownDeadline = Duration.ofSeconds(30);
  Duration pollInterval = Duration.ofSeconds(1);
  Duration visibilityTimeout = Duration.ofSeconds(30);
  Duration leaveUnknownFor = Duration.ofMinutes(10);

  /** Returns what can never work, one sentence each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if ((url == null) == (source == null)) {
      problems.add("The worker needs one database: give either url(...) or dataSource(...)");
    }
    require(
        url == null || url.startsWith("jdbc:postgresql:"),
        "The url must start with jdbc:postgresql:",
        problems);
    require(
        url == null || !url.startsWith("jdbc:postgresql:") || Database.isAddress(url),
        "The url must have the form jdbc:postgresql://host:port/database?user=…&password=…, with"
            + " what is not a letter or a digit percent-encoded in the values",
        problems);
    require(
        httpPort == null || (httpPort >= 0 && httpPort <= 65_535),
        "httpPort must be from 0 to 65535: " + httpPort,
        problems);
    require(concurrency > 0, "concurrency must be at least 1: " + concurrency, problems);
    require(
        maxResultBytes >= 1000,
        "maxResultBytes must be at least 1000: " + maxResultBytes,
        problems);
    require(
        !shutdownDeadline.isNegative(),
        "shutdownDeadline must not be negative: " + shutdownDeadline,
        problems);
    require(
        pollInterval.toMillis() > 0,
        "pollInterval must be at least a millisecond: " + pollInterval,
        problems);
    require(
        visibilityTimeout.toSeconds() > 0,
        "visibilityTimeout must be at least a second: " + visibilityTimeout,
        problems);
    require(
        !leaveUnknownFor.isNegative(),
        "leaveUnknownStepsFor must not be negative: " + leaveUnknownFor,
        problems);
    return problems;
  }

  private static void require(boolean isRight, String problem, List<String> problems) {
    if (!isRight) {
      problems.add(problem);
    }
  }
}
