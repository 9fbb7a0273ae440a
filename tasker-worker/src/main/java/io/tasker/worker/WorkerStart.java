package io.tasker.worker;

import io.tasker.engine.StepRunner;
import io.tasker.internal.JacksonCodec;
import io.tasker.template.TaskTemplate;
import io.tasker.worker.database.Database;
import io.tasker.worker.database.HeldBackResults;
import io.tasker.worker.database.PgmqTransport;
import io.tasker.worker.database.SchemaProbe;
import io.tasker.worker.database.StepClaims;
import io.tasker.worker.database.StepResults;
import io.tasker.worker.database.StepRows;
import io.tasker.worker.database.TemplateRegistration;
import io.tasker.worker.database.WorkerSession;
import io.tasker.worker.workflow.RegisteredTemplate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a worker comes from its settings: the database first, then queues, templates, the loop. */
final class WorkerStart {
  private static final Logger LOG = LoggerFactory.getLogger(TaskerWorker.class);
  private static final int MOST_CONNECTIONS_FOR_STEPS = 10;

  // The loop, the listener and what is held back.
  private static final int FURTHER_CONNECTIONS = 3;

  private final WorkerSettings settings;
  private final StepRunner runner;
  private final JacksonCodec codec = new JacksonCodec();

  WorkerStart(WorkerSettings settings, StepRunner runner) {
    this.settings = settings;
    this.runner = runner;
  }

  TaskerWorker start(List<TaskTemplate> templates, List<String> namespaces) {
    HealthServer http =
        settings.httpPort == null
            ? null
            : HealthServer.bind(settings.httpAddress, settings.httpPort, settings.metrics);
    try {
      return start(templates, namespaces, http);
    } catch (Throwable e) {
      if (http != null) {
        http.close();
      }
      throw e;
    }
  }

  private TaskerWorker start(
      List<TaskTemplate> templates, List<String> namespaces, @Nullable HealthServer http) {
    Database database = database();
    try {
      String version = database.transact(SchemaProbe::check);
      UUID worker = settings.id == null ? UUID.randomUUID() : settings.id;
      WorkerSession session = WorkerSession.open(database, worker).orElseThrow(() -> taken(worker));
      PgmqTransport transport = new PgmqTransport(database, settings.visibilityTimeout);
      transport.ensureQueues(namespaces);
      session.serve(register(database, templates, namespaces));
      StepClaims claims = new StepClaims(transport, codec, worker, settings.clock);
      WorkerParts parts = parts(database, transport, claims, worker);
      new OrphanedSteps(parts, claims).handBack();
      LOG.info(
          "Worker {} takes steps of {} on PostgreSQL {}",
          worker,
          String.join(", ", namespaces),
          version);
      return new TaskerWorker(
          parts,
          transport,
          session,
          namespaces,
          settings.concurrency,
          settings.pollInterval,
          settings.shutdownDeadline,
          http);
    } catch (Throwable e) {
      database.close();
      throw e;
    }
  }

  private static WorkerStartException taken(UUID worker) {
    return new WorkerStartException(
        "A worker with the id %s runs already. Give each worker an id of its own (workerId, or"
                .formatted(worker)
            + " TASKER_WORKER_ID), or none; one whose machine was lost keeps its id for half a"
            + " minute",
        null);
  }

  private Database database() {
    int connections =
        Math.min(settings.concurrency, MOST_CONNECTIONS_FOR_STEPS) + FURTHER_CONNECTIONS;
    return settings.source == null
        ? Database.at(Objects.requireNonNull(settings.url), connections)
        : Database.of(settings.source, connections);
  }

  private List<TemplateRegistration.Version> register(
      Database database, List<TaskTemplate> templates, List<String> namespaces) {
    List<TemplateRegistration.Version> versions = new ArrayList<>();
    TemplateRegistration registration = new TemplateRegistration(codec);
    for (TaskTemplate template : templates) {
      if (namespaces.contains(template.namespace())) {
        TaskTemplate registered = RegisteredTemplate.of(template);
        TemplateRegistration.nameSteps(database, registered);
        versions.add(
            database.transact(connection -> registration.register(connection, registered)));
      }
    }
    return versions;
  }

  private WorkerParts parts(
      Database database, PgmqTransport transport, StepClaims claims, UUID worker) {
    StepRows rows = new StepRows(codec);
    HeldBackResults heldBack =
        new HeldBackResults(database, transport, PgmqTransport.LONGEST_HELD_BACK);
    return new WorkerParts(
        database,
        new StepIntake(claims, rows, new WorkflowCache(runner, rows), settings.leaveUnknownFor),
        runner,
        new StepResults(transport, heldBack, codec, worker, settings.clock),
        heldBack,
        new ResultDocument(codec, "worker_" + worker, host(), settings.maxResultBytes),
        new DatabaseCircuit(System::nanoTime),
        new StepNews(runner.listener()),
        settings.clock);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
