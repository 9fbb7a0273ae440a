package io.tasker.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker tells the orchestrator beside the result. Tasker Core reads the wait before the
 * next attempt from the header {@code Retry-After} alone; the hint is for people.
 *
 * @param headers header name to value
 * @param errorContext one sentence about the failure, or null
 * @param backoffHint the wait the handler asked for, or null
 * @param custom further facts
 */
@JsonInclude
public record OrchestrationMetadata(
    Map<String, String> headers,
    @Nullable String errorContext,
    @Nullable BackoffHint backoffHint,
    Map<String, Object> custom) {

  /** The header that Tasker Core reads the wait from. */
  public static final String RETRY_AFTER = "Retry-After";

  /** Copies the maps. */
  public OrchestrationMetadata {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
  }

  /**
   * Returns metadata that says nothing.
   *
   * @return the metadata
   */
  public static OrchestrationMetadata empty() {
    return new OrchestrationMetadata(Map.of(), null, null, Map.of());
  }

  /**
   * Returns metadata that asks for a wait before the next attempt, as header and as hint.
   *
   * @param wait the wait; rounded up to whole seconds, which is all the header can say
   * @param type why to wait
   * @return the metadata
   */
  public static OrchestrationMetadata retryAfter(Duration wait, BackoffType type) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return new OrchestrationMetadata(
        Map.of(RETRY_AFTER, Long.toString(seconds)),
        null,
        new BackoffHint(type, seconds, null),
        Map.of());
  }

  /** Why to wait before the next attempt. */
  public enum BackoffType {
    /** The server said for how long. */
    @JsonProperty("ServerRequested")
    SERVER_REQUESTED,
    /** Too many calls. */
    @JsonProperty("RateLimit")
    RATE_LIMIT,
    /** The service is down for now. */
    @JsonProperty("ServiceUnavailable")
    SERVICE_UNAVAILABLE,
    /** Another reason. */
    @JsonProperty("Custom")
    CUSTOM
  }

  /**
   * The wait a handler asks for.
   *
   * @param backoffType why to wait
   * @param delaySeconds the wait in seconds
   * @param context one sentence, or null
   */
  @JsonInclude
  public record BackoffHint(BackoffType backoffType, long delaySeconds, @Nullable String context) {}
}
