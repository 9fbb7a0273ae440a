package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

class WorkflowTest {

  @Test
  void fiveSteps_giveAdaptersModuleServicesFileAndTemplate() {
    Compilation compilation = Compilations.compile(Compilations.orders());

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Compilations.resource(compilation, "META-INF/services/io.tasker.spi.HandlerModule"))
        .isEqualTo("com.acme.orders.OrdersHandlerModule\n");
  }
}
