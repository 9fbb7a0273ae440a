package io.tasker.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to PostgreSQL that loses one connection at one moment: at the commit of the first
 * transaction with a certain statement, before the server hears of it or before the worker hears
 * back.
 */
final class CuttingProxy implements AutoCloseable {
  /** When the connection is lost. */
  enum Moment {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final ServerSocket listener;
  private final int target;
  private final String statement;
  private final Moment moment;
  private final AtomicBoolean hasCut = new AtomicBoolean();

  CuttingProxy(int target, String statement, Moment moment) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.statement = statement;
    this.moment = moment;
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  boolean hasCut() {
    return hasCut.get();
  }

  private static void daemon(Runnable action) {
    Thread thread = new Thread(action, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        AtomicBoolean isAnswerLost = new AtomicBoolean();
        daemon(() -> pump(client, server, requests(isAnswerLost)));
        daemon(() -> pump(server, client, chunk -> isAnswerLost.get()));
      }
    } catch (IOException e) {
      // Closed: there are no more connections to take.
    }
  }

  /** Decides whether a chunk is lost, and the connection with it. */
  private interface Cut {
    boolean isNow(String chunk);
  }

  private Cut requests(AtomicBoolean isAnswerLost) {
    AtomicBoolean isWatched = new AtomicBoolean();
    return chunk -> {
      if (chunk.contains(statement)) {
        isWatched.set(true);
      }
      if (!isWatched.get() || !chunk.contains("COMMIT") || !hasCut.compareAndSet(false, true)) {
        return false;
      }
      isAnswerLost.set(moment == Moment.AFTER_COMMIT);
      return moment == Moment.BEFORE_COMMIT;
    };
  }

  private static void pump(Socket from, Socket to, Cut cut) {
    byte[] bytes = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (cut.isNow(new String(bytes, 0, count, StandardCharsets.ISO_8859_1))) {
          return;
        }
        out.write(bytes, 0, count);
        out.flush();
      }
    } catch (IOException e) {
      // The other direction has closed the connection.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
