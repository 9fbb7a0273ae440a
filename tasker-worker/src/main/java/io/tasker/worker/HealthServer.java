package io.tasker.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells by HTTP how a worker is, for those who watch over processes. */
final class HealthServer implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final int THREADS = 4;
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, HealthServer::thread);
  private final @Nullable Supplier<String> metrics;

  private HealthServer(HttpServer server, @Nullable Supplier<String> metrics) {
    this.server = server;
    this.metrics = metrics;
  }

  private static Thread thread(Runnable action) {
    Thread thread = new Thread(action, "tasker-worker-http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Takes the port, so that a worker which cannot have it does not start.
   *
   * @param metrics writes the metrics as Prometheus reads them, or null for none
   * @throws WorkerStartException if the address is unknown or the port is taken
   */
  static HealthServer bind(String host, int port, @Nullable Supplier<String> metrics) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    try {
      if (address.isUnresolved()) {
        throw new IOException("the host is unknown");
      }
      return new HealthServer(HttpServer.create(address, BACKLOG), metrics);
    } catch (IOException e) {
      throw new WorkerStartException(
          "The health endpoint cannot be at %s, port %d: %s. Choose another httpPort or httpAddress"
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  void start(Supplier<WorkerHealth> health) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange, health.get());
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, WorkerHealth health) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, 405, TEXT, "Only GET and HEAD\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/health/live" -> send(exchange, health.isLive() ? 200 : 503, JSON, json(health));
      case "/health/ready" -> send(exchange, health.isReady() ? 200 : 503, JSON, json(health));
      case "/metrics" -> sendMetrics(exchange);
      default -> send(exchange, 404, TEXT, "There are /health/live, /health/ready and /metrics\n");
    }
  }

  private void sendMetrics(HttpExchange exchange) throws IOException {
    if (metrics == null) {
      send(exchange, 404, TEXT, "Metrics need io.micrometer:micrometer-registry-prometheus\n");
    } else {
      send(exchange, 200, TEXT, metrics.get());
    }
  }

  // The detail is a sentence of ours, without anything to escape.
  private static String json(WorkerHealth health) {
    return "{\"live\":%b,\"ready\":%b,\"running_steps\":%d,\"detail\":\"%s\"}"
        .formatted(health.isLive(), health.isReady(), health.runningSteps(), health.detail());
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
