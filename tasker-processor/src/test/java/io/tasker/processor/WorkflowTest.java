package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import org.junit.jupiter.api.Test;

class WorkflowTest {

  @Test
  void fiveSteps_giveAdaptersModuleServicesFileAndTemplate() {
    Compilation compilation = Compilations.compile(Compilations.orders());

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.resource(compilation, "META-INF/services/io.tasker.spi.HandlerModule"))
        .isEqualTo("com.acme.orders.OrdersHandlerModule\n");
  }

  @Test
  void generatedCode_passesEveryDoclintCheck() {
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all,-processing,-classfile", "-Xdoclint:all/package")
            .withProcessors(new TaskerProcessor())
            .compile(Compilations.orders());

    assertThat(compilation.diagnostics())
        .filteredOn(diagnostic -> diagnostic.getSource() != null)
        .filteredOn(
            diagnostic -> !diagnostic.getSource().getName().endsWith("/OrderProcessing.java"))
        .isEmpty();
  }

  @Test
  void moduleOption_namesThePackage() {
    Compilation compilation =
        Compilations.strict("-Atasker.module=com.acme.wiring").compile(Compilations.orders());

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.resource(compilation, "META-INF/services/io.tasker.spi.HandlerModule"))
        .isEqualTo("com.acme.wiring.WiringHandlerModule\n");
  }
}
