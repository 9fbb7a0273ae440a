package io.tasker.engine;

import io.tasker.IdentityStrategy;
import io.tasker.InvalidInputException;
import io.tasker.TaskRequest;
import io.tasker.internal.JacksonCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says what two requests have in common that ask for one task. */
final class TaskIdentities {
  private final IdentityStrategy strategy;
  private final JacksonCodec codec;

  TaskIdentities(IdentityStrategy strategy, JacksonCodec codec) {
    this.strategy = strategy;
    this.codec = codec;
  }

  /**
   * Returns the identity of a task, or empty if it is like no other.
   *
   * @throws InvalidInputException if the request lacks the key it needs
   */
  Optional<String> of(TaskRequest request, String workflow, TaskInput input) {
    if (request.idempotencyKey().isPresent()) {
      return Optional.of(workflow + " key " + request.idempotencyKey().get());
    }
    return switch (strategy) {
      case ALWAYS_UNIQUE -> Optional.empty();
      case STRICT -> Optional.of(workflow + " input " + hash(codec.canonical(input.json())));
      case CALLER_PROVIDED ->
          throw new InvalidInputException(
              workflow,
              List.of("the engine asks for an idempotency key: TaskRequest.idempotencyKey(...)"));
    };
  }

  // Of fixed length, and inputs are not kept in clear text among the identities.
  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }
}
