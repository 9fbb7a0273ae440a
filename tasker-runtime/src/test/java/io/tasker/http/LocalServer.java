package io.tasker.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on this machine. It writes its answers byte by byte as told, so that broken
 * ones are possible too.
 */
final class LocalServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "local-server");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** What arrived; header names in any case, the body as one character per byte. */
  record Request(String method, String target, Map<String, String> headers, String octets) {
    byte[] body() {
      return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Writes an answer; the connection stays open if it returns true. */
  interface Answer {
    boolean write(OutputStream out) throws IOException;
  }

  /** Chooses the answer. */
  interface Handler {
    Answer answer(Request request) throws Exception;
  }

  LocalServer(Handler handler) {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(handler));
  }

  /** Returns a server that always gives one answer. */
  static LocalServer always(Answer answer) {
    return new LocalServer(request -> answer);
  }

  static Answer json(String body) {
    return reply(200, body, "Content-Type: application/json");
  }

  static Answer reply(int status, String body, String... headers) {
    return reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Answer reply(int status, byte[] body, String... headers) {
    return out -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      if (status != 204 && status != 304) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return true;
    };
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  List<Request> requests() {
    return requests;
  }

  Request request() {
    return requests.get(requests.size() - 1);
  }

  int connections() {
    return connections.get();
  }

  private void accept(Handler handler) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        threads.execute(() -> serve(socket, handler));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, Handler handler) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String line = line(in);
      boolean isOpen = true;
      while (isOpen && !line.isEmpty()) {
        Request request = read(line, in);
        requests.add(request);
        isOpen = handler.answer(request).write(socket.getOutputStream());
        line = isOpen ? line(in) : "";
      }
    } catch (Exception e) {
      // The client went away, as some tests want it to; they look at the client's side.
      return;
    }
  }

  private static Request read(String line, InputStream in) throws IOException {
    String[] words = line.split(" ", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String octets = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    return new Request(words[0], words[1], headers, octets);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      if (octet != '\r') {
        line.write(octet);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
