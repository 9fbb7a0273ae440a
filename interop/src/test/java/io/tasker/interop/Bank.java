package io.tasker.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A bank for the samples that call one. It answers the same whenever it is asked. */
final class Bank implements AutoCloseable {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/v1/rates/EUR", "{\"value\": 0.9215}",
          "/v1/rates/CHF", "{\"value\": 0.8801}",
          "/v1/orders", "{\"id\": \"order_17\", \"bought\": 92.15}");

  private final HttpServer server;

  Bank() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", Bank::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      // What a bank that is closed for the night says.
      boolean isClosed = path.endsWith("/JPY");
      String answer = ANSWERS.get(path);
      byte[] body = (answer == null ? "{}" : answer).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(isClosed ? 503 : answer == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
