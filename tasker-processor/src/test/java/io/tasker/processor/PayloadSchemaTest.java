package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of a template accept what the runtime writes and reads. */
class PayloadSchemaTest {
  @TempDir Path folder;

  private static final String OPTIONAL_COMPONENTS =
      """
      enum Size { SMALL, LARGE }
      record Note(String text) {}
      record Node(Optional<Node> next) {}
      record Cart(
          Optional<String> coupon,
          OptionalInt points,
          @Nullable String remark,
          Optional<Size> size,
          @Nullable Note note,
          Optional<Node> chain,
          List<Optional<Integer>> gaps,
          Map<String, Optional<Integer>> sparse) {}
      @Handler static Cart empty() {
        return new Cart(
            Optional.empty(), OptionalInt.empty(), null, Optional.empty(), null, Optional.empty(),
            List.of(Optional.empty()), Map.of("a", Optional.empty()));
      }
      @Handler static Cart full() {
        return new Cart(
            Optional.of("c"), OptionalInt.of(1), "r", Optional.of(Size.LARGE), new Note("n"),
            Optional.of(new Node(Optional.of(new Node(Optional.empty())))),
            List.of(Optional.of(1)), Map.of("a", Optional.of(1)));
      }
      @Handler static Optional<Integer> nothing() { return Optional.empty(); }
      @Handler static int take(@Input("cart") Cart cart) { return 1; }
      @Handler static int hint(@Nullable @Input("hint") String hint) { return 1; }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"empty", "full", "nothing"})
  void result_withOptionalComponents_fitsItsSchema(String step) throws Exception {
    try (PayloadLab lab = new PayloadLab(folder, OPTIONAL_COMPONENTS)) {
      assertThat(lab.problemsOfResult(step, lab.result(step).toString())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'gaps':[],'sparse':{}}",
        "{'coupon':null,'points':null,'remark':null,'size':null,'note':null,'chain':null,"
            + "'gaps':[null,1],'sparse':{'a':null,'b':2}}",
        "{'coupon':'c','size':'SMALL','note':{'text':'t'},'chain':{'next':null},"
            + "'gaps':[],'sparse':{}}"
      })
  void input_withOptionalComponents_fitsItsSchemaIfItCanBeRead(String cart) throws IOException {
    String json = cart.replace('\'', '"');
    try (PayloadLab lab = new PayloadLab(folder, OPTIONAL_COMPONENTS)) {
      assertThat(lab.isRead("take", json)).isTrue();
      assertThat(lab.problemsOfInput("{\"cart\":" + json + "}")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'coupon':1,'gaps':[],'sparse':{}}", "{'size':'X','gaps':[],'sparse':{}}"})
  void input_thatCannotBeRead_doesNotFitItsSchema(String cart) throws IOException {
    String json = cart.replace('\'', '"');
    try (PayloadLab lab = new PayloadLab(folder, OPTIONAL_COMPONENTS)) {
      assertThat(lab.isRead("take", json)).isFalse();
      assertThat(lab.problemsOfInput("{\"cart\":" + json + "}")).isNotEmpty();
    }
  }

  @Test
  void nullableField_mayBeNull() throws IOException {
    try (PayloadLab lab = new PayloadLab(folder, OPTIONAL_COMPONENTS)) {
      String cart = "\"cart\":{\"gaps\":[],\"sparse\":{}}";
      assertThat(lab.problemsOfInput("{" + cart + ",\"hint\":null}")).isEmpty();
      assertThat(lab.problemsOfInput("{" + cart + ",\"hint\":7}")).hasSize(1);
    }
  }
}
