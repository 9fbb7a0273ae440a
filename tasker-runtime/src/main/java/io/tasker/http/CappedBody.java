package io.tasker.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a limit. Beyond it a success fails, because half a result is none; the body
 * of a failure is cut, because its status is what counts.
 */
final class CappedBody implements BodySubscriber<byte[]> {
  private final int limit;
  private final boolean cuts;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private CappedBody(int limit, boolean cuts) {
    this.limit = limit;
    this.cuts = cuts;
  }

  static BodyHandler<byte[]> upTo(int limit) {
    return head -> new CappedBody(limit, !new ApiStatus(head.statusCode()).isSuccess());
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      byte[] bytes = new byte[Math.min(buffer.remaining(), limit - collected.size())];
      boolean isBeyond = buffer.remaining() > bytes.length;
      buffer.get(bytes);
      collected.write(bytes, 0, bytes.length);
      if (isBeyond) {
        stop();
      }
    }
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
    if (cuts) {
      body.complete(collected.toByteArray());
    } else {
      body.completeExceptionally(new ResponseTooLargeException(limit));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }
}
