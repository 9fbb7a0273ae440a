package io.tasker.processor.check.step;

import static io.tasker.processor.check.Models.bare;
import static io.tasker.processor.check.Models.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.model.ModuleModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callables are of the artifact, names of steps of their class. */
class DuplicateCallableCheckTest {

  @Test
  void sameStepInTwoBareClasses_isNoDuplicateStep_butOneCallable() {
    ModuleModel module =
        new ModuleModel(List.of(bare("A", step("A", "charge")), bare("B", step("B", "charge"))));
    Diagnostics diagnostics = new Diagnostics();

    new DuplicateCallableCheck().check(module, diagnostics);

    assertThat(diagnostics.pending()).hasSize(2);
  }
}
