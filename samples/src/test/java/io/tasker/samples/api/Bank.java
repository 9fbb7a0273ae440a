package io.tasker.samples.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server in this process. It gives the answers that a test has for a path, else those it
 * has in a row, else 404.
 */
final class Bank implements AutoCloseable {
  record Answer(int status, Map<String, String> headers, String body) {}

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Answer> answersByPath = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Bank() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Bank answers(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  Bank answers(int status, String body) {
    return answers(status, Map.of(), body);
  }

  void answers(String path, String body) {
    answersByPath.put(path, new Answer(200, Map.of(), body));
  }

  String url() {
    return "http://%s:%d/v1"
        .formatted(
            InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort());
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(
          (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
      Answer answer = answersByPath.get(exchange.getRequestURI().getPath());
      if (answer == null) {
        answer = Objects.requireNonNullElse(answers.poll(), new Answer(404, Map.of(), "{}"));
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
