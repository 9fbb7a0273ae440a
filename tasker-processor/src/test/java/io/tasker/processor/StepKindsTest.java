package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated for decisions, batches and events, to the byte. */
class StepKindsTest {
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    compilation =
        Compilations.compile(
            JavaFileObjects.forResource("sources/kinds/Approval.java"),
            JavaFileObjects.forResource("sources/kinds/Nightly.java"));
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  void decision_hasItsRoutes() throws IOException {
    Goldens.assertMatches(
        "Approval_Steps.java", Compilations.source(compilation, "com.acme.kinds.Approval_Steps"));
  }

  @Test
  void decision_isReadByItsRoutesAndConvergesLater() throws IOException {
    Goldens.assertMatches(
        "routing-1.0.0.yaml",
        Compilations.resource(
            compilation, "META-INF/tasker/templates/approval/routing-1.0.0.yaml"));
  }

  @Test
  void batch_hasAnalyzerWorkerAndResults() throws IOException {
    Goldens.assertMatches(
        "Nightly_Steps.java", Compilations.source(compilation, "com.acme.kinds.Nightly_Steps"));
  }

  @Test
  void decision_isDrawnWithItsBranches() throws IOException {
    Goldens.assertMatches(
        "routing-1.0.0.mmd",
        Compilations.resource(compilation, "META-INF/tasker/diagrams/approval/routing-1.0.0.mmd"));
  }

  @Test
  void batch_isConfiguredAtItsWorker() throws IOException {
    Goldens.assertMatches(
        "nightly-1.0.0.yaml",
        Compilations.resource(compilation, "META-INF/tasker/templates/reports/nightly-1.0.0.yaml"));
  }
}
