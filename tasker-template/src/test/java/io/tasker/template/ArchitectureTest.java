package io.tasker.template;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the package-info files say a package must not know. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.tasker.template");

  @Test
  void packages_haveNoCycles() {
    slices().matching("io.tasker.template.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void problems_knowNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.template.problem")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tasker.template",
            "io.tasker.template.yaml",
            "io.tasker.template.check",
            "io.tasker.template.graph",
            "io.tasker.template.diagram")
        .check(CLASSES);
  }

  @Test
  void model_knowsProblemsOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.template")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tasker.template.yaml",
            "io.tasker.template.check",
            "io.tasker.template.graph",
            "io.tasker.template.diagram")
        .check(CLASSES);
  }

  @Test
  void graphAndDiagrams_knowNeitherYamlNorChecks() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tasker.template.graph", "io.tasker.template.diagram")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tasker.template.yaml", "io.tasker.template.check")
        .check(CLASSES);
  }

  @Test
  void yamlLibrary_isKnownToThePackageForYamlOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tasker.template.yaml")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(CLASSES);
  }

  @Test
  void yaml_knowsNoChecks() {
    noClasses()
        .that()
        .resideInAPackage("io.tasker.template.yaml")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tasker.template.check", "io.tasker.template.diagram")
        .check(CLASSES);
  }
}
