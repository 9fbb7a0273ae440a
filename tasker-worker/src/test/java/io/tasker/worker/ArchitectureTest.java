package io.tasker.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between packages that their package-info files promise. */
class ArchitectureTest {
  private static final JavaClasses WORKER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tasker.worker", "io.tasker.client");

  @Test
  void theProtocol_knowsNoWorkerAndNoHandlers() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.worker.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tasker.worker", "io.tasker.spi..")
        .check(WORKER);
  }

  @Test
  void theClient_andTheWorker_knowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.client")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tasker.worker..")
        .check(WORKER);
    noClasses()
        .that()
        .resideInAPackage("io.tasker.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tasker.client")
        .check(WORKER);
  }

  @Test
  void statementsAreMadeInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.worker")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.sql\\..*Statement|java\\.sql\\.ResultSet|org\\.postgresql\\..*")
        .check(WORKER);
  }

  @Test
  void namesSayWhatIsSpecial() {
    List.of("Util", "Utils", "Helper", "Manager", "Impl")
        .forEach(suffix -> noClasses().should().haveSimpleNameEndingWith(suffix).check(WORKER));
  }
}
