package io.tasker.interop.fault;

import io.tasker.interop.RealCluster;

/** What a cluster suffers; it is whole again afterwards. */
enum Fault {
  DATABASE_RESTART,
  DATABASE_CRASH,
  ORCHESTRATOR_RESTART,
  ORCHESTRATOR_KILL;

  void strike(RealCluster cluster) {
    switch (this) {
      case DATABASE_RESTART -> cluster.restartDatabase();
      case DATABASE_CRASH -> {
        cluster.crashDatabase();
        cluster.startDatabase();
      }
      case ORCHESTRATOR_RESTART -> cluster.restartServer();
      case ORCHESTRATOR_KILL -> {
        cluster.killServer();
        cluster.startServer();
      }
    }
  }
}
