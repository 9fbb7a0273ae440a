package io.tasker.client;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks are or were in the dead letter queue for one reason.
 *
 * @param dlqReason the reason, see {@link DlqEntry#dlqReason()}
 * @param totalEntries all entries
 * @param pending those that are not settled
 * @param manuallyResolved those whose tasks went on
 * @param permanentFailures those that could not be helped
 * @param cancelled those that there was nothing to investigate of
 * @param oldestEntry when the first was made, in UTC, or null
 * @param newestEntry when the last was made, in UTC, or null
 */
public record DlqStatistics(
    String dlqReason,
    long totalEntries,
    long pending,
    long manuallyResolved,
    long permanentFailures,
    long cancelled,
    @Nullable LocalDateTime oldestEntry,
    @Nullable LocalDateTime newestEntry) {}
