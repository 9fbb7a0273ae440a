package io.tasker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tasker.event.DomainEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows between packages that their package-info files promise. */
class ArchitectureTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tasker");

  private static final Set<String> MACHINE =
      Set.of(
          "TaskMachine",
          "TaskEvent",
          "TaskCommand",
          "TaskPlan",
          "StepPlan",
          "Ancestry",
          "StepCreation",
          "StepGraph",
          "StepSlot",
          "BatchGroup",
          "BatchSettings",
          "RetryDelay");

  private static boolean isMachine(JavaClass type) {
    String outermost = type.getName().replaceAll("\\$.*", "");
    return type.getPackageName().equals("io.tasker.engine")
        && MACHINE.contains(outermost.substring(outermost.lastIndexOf('.') + 1));
  }

  @Test
  void generatedCode_callsHandlersAndNothingElse() {
    classes()
        .that()
        .resideInAPackage("io.tasker.spi")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.tasker.spi",
                    "io.tasker.handler",
                    "io.tasker.http")
                .or(equivalentTo(DomainEvent.class)))
        .check(RUNTIME);
  }

  @Test
  void micrometerIsOptional() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tasker.metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.tasker.metrics")
        .check(RUNTIME);
  }

  @Test
  void handlers_knowNoEngineAndNoRegistry() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.handler")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tasker",
            "io.tasker.engine..",
            "io.tasker.event..",
            "io.tasker.spi..",
            "io.tasker.internal..")
        .check(RUNTIME);
  }

  @Test
  void whatApplicationsType_knowsNoEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tasker", "io.tasker.event", "io.tasker.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tasker.engine..")
        .check(RUNTIME);
  }

  @Test
  void valuesAndBindings_knowNeitherApplicationsNorThreads() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.internal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tasker", "io.tasker.event..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.concurrent.Executor.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(RUNTIME);
  }

  @Test
  void theMachine_knowsNoThreadsNoClockNoJson() {
    ArchRule rule =
        noClasses()
            .that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "make up the machine", ArchitectureTest::isMachine))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "tools.jackson..",
                "com.fasterxml..",
                "org.slf4j..",
                "java.util.concurrent..",
                "java.lang.invoke..",
                "java.io..",
                "java.nio..",
                "io.tasker.internal..",
                "io.tasker.spi..",
                "io.tasker.handler..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                Thread.class,
                System.class,
                java.time.Clock.class,
                java.time.Instant.class,
                java.util.Random.class);
    rule.check(RUNTIME);
  }

  @Test
  void jsonIsReadInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tasker.internal")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("tools\\.jackson\\.databind\\.(ObjectMapper|json\\.JsonMapper).*")
        .check(RUNTIME);
  }

  @Test
  void namesSayWhatIsSpecial() {
    List.of("Util", "Utils", "Helper", "Manager", "Impl")
        .forEach(suffix -> noClasses().should().haveSimpleNameEndingWith(suffix).check(RUNTIME));
  }
}
