package io.tasker.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tasker.processor.diagnostic.Diagnostics;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the stages, as their package pages state them. */
class ArchitectureTest {
  private static final String BASE = "io.tasker.processor";

  private static JavaClasses processor;

  @BeforeAll
  static void load() {
    processor =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);
  }

  @Test
  void model_knowsNamesOnly() {
    classes()
        .that()
        .resideInAPackage(BASE + ".model")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".model",
            "java..",
            "com.palantir.javapoet",
            "org.jspecify..",
            // The workflow as data: records that know no compiler.
            "io.tasker.template..")
        .check(processor);
  }

  @Test
  void checks_runWithoutACompiler() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".check")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.lang..", "javax.annotation..", BASE + ".read", BASE + ".emit", BASE + ".collect")
        .check(processor);
  }

  @Test
  void readers_knowNeitherChecksNorWhatIsGenerated() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".read", BASE + ".collect")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".check", BASE + ".emit")
        .check(processor);
  }

  @Test
  void emitters_decideNothing() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".emit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.lang.model.type", BASE + ".read", BASE + ".check", BASE + ".diagnostic")
        .check(processor);
  }

  @Test
  void diagnostics_knowNoStage() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".diagnostic")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".collect", BASE + ".read", BASE + ".check", BASE + ".emit")
        .check(processor);
  }

  @Test
  void messages_goThroughDiagnosticsAlone() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Diagnostics.class)
        .should()
        .callMethodWhere(target(owner(assignableTo(Messager.class))))
        .check(processor);
  }

  @Test
  void processorPath_hasNoRuntimeAndNoGuava() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tasker.spi", "io.tasker.handler", "com.google.common..")
        .check(processor);
  }
}
