package io.tasker.worker.database;

import io.tasker.engine.StepCall;
import io.tasker.internal.JacksonCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a step needs to run, and templates. */
public final class StepRows {
  private final JacksonCodec codec;

  /**
   * Creates the reader.
   *
   * @param codec the codec
   */
  public StepRows(JacksonCodec codec) {
    this.codec = codec;
  }

  /**
   * Reads a step with its task and the results of all steps above it. A step above that was
   * resolved by hand and has no result, or that of a failure, has none here.
   *
   * @param connection the transaction
   * @param step the id of the step, which is there
   * @return the step
   * @throws SQLException if the database fails
   * @throws io.tasker.internal.UnfitValueException if an input or a result exceeds the bounds of
   *     JSON documents
   */
  public StepRow read(Connection connection, UUID step) throws SQLException {
    List<StepCall.Result> results =
        Query.list(connection, TaskerCore01.READ_ANCESTORS, this::result, step).stream()
            .flatMap(Optional::stream)
            .toList();
    return Query.first(connection, TaskerCore01.READ_STEP, row -> step(row, results), step)
        .orElseThrow();
  }

  /**
   * Reads a template.
   *
   * @param connection the transaction
   * @param namedTask its id, which is there
   * @return the template as JSON text
   * @throws SQLException if the database fails
   */
  public String template(Connection connection, UUID namedTask) throws SQLException {
    return Query.first(connection, TaskerCore01.READ_TEMPLATE, row -> row.getString(1), namedTask)
        .orElseThrow();
  }

  private StepRow step(ResultSet row, List<StepCall.Result> results) throws SQLException {
    String name = row.getString(4);
    String templateStep = row.getString(5);
    JsonNode input = json(row.getString(3));
    return new StepRow(
        name,
        templateStep == null ? name : templateStep,
        row.getBoolean(6),
        row.getInt(7),
        row.getInt(8),
        input == null ? codec.toTree(null) : input,
        templateStep == null ? null : json(row.getString(9)),
        checkpoint(json(row.getString(10))),
        results,
        new TemplateRegistration.Version(
            row.getObject(11, UUID.class), row.getObject(12, LocalDateTime.class)));
  }

  private Optional<StepCall.Result> result(ResultSet row) throws SQLException {
    JsonNode outcome = json(row.getString(4));
    if (outcome == null || !outcome.path("success").asBoolean(false)) {
      return Optional.empty();
    }
    String name = row.getString(1);
    String templateStep = row.getString(2);
    JsonNode value = outcome.get("result");
    return Optional.of(
        new StepCall.Result(
            name,
            templateStep == null ? name : templateStep,
            templateStep != null && row.getBoolean(3),
            value == null ? codec.toTree(null) : value));
  }

  private static Optional<StepCall.Checkpoint> checkpoint(@Nullable JsonNode kept) {
    if (kept == null || !kept.path("cursor").canConvertToLong()) {
      return Optional.empty();
    }
    JsonNode accumulated = kept.path("accumulated_results");
    return Optional.of(
        new StepCall.Checkpoint(
            kept.path("cursor").asLong(),
            kept.path("items_processed").asLong(0),
            accumulated.isMissingNode() || accumulated.isNull() ? null : accumulated));
  }

  private @Nullable JsonNode json(@Nullable String text) {
    JsonNode node = text == null ? null : codec.parse(text);
    return node == null || node.isNull() ? null : node;
  }
}
