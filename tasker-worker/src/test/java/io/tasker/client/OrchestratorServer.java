package io.tasker.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An HTTP server on this machine that gives each request one answer and keeps the last one. */
final class OrchestratorServer implements AutoCloseable {
  private final ServerSocket listener;
  private volatile Function<Request, Answer> answer = request -> new Answer(200, "");
  private volatile Request last = new Request("", Map.of(), "");

  /** What arrived: method and target, headers by name in lower case, body. */
  record Request(String line, Map<String, String> headers, String body) {}

  /** What is said: status and body. Of the status 0 the connection is closed without a word. */
  record Answer(int status, String json) {}

  OrchestratorServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "orchestrator-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://localhost:" + listener.getLocalPort();
  }

  void answers(int code, String json) {
    answer = request -> new Answer(code, json);
  }

  /** Answers each request by its method and target. */
  void answers(UnaryOperator<String> json) {
    answer = request -> new Answer(200, json.apply(request.line()));
  }

  /** Answers each request by all that it says. */
  void answersEach(Function<Request, Answer> each) {
    answer = each;
  }

  Request last() {
    return last;
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        last = read(new BufferedInputStream(socket.getInputStream()));
        Answer said = answer.apply(last);
        if (said.status() == 0) {
          continue;
        }
        int status = said.status();
        byte[] body = said.json().getBytes(StandardCharsets.UTF_8);
        String head =
            "HTTP/1.1 %d Said%nContent-Type: application/json%nConnection: close%n%sContent-Length: %d%n%n"
                .formatted(status, status == 503 ? "Retry-After: 7%n".formatted() : "", body.length)
                .replace(System.lineSeparator(), "\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
      } catch (IOException e) {
        // Closed, or a client that went away.
      }
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String[] parts = header.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(line.replace(" HTTP/1.1", ""), headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
