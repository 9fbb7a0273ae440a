package io.tasker.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Diagnostics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        .resideInAPackage(BASE + ".check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.lang..", "javax.annotation..", BASE + ".read", BASE + ".emit", BASE + ".collect")
        .check(processor);
  }

  @Test
  void subjectsOfChecks_knowEachOtherAsFarAsTheyCompareTheSame() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : processor) {
      subject(type)
          .ifPresent(
              from ->
                  type.getDirectDependenciesFromSelf().stream()
                      .flatMap(arrow -> subject(arrow.getTargetClass()).stream())
                      .filter(to -> !to.equals(from) && !to.equals("rule"))
                      .forEach(to -> arrows.computeIfAbsent(from, x -> new TreeSet<>()).add(to)));
    }

    assertThat(arrows)
        .isEqualTo(
            Map.of(
                "decision", Set.of("dependency", "payload"),
                "dependency", Set.of("payload"),
                "event", Set.of("payload", "schema"),
                "parameter", Set.of("payload"),
                "schema", Set.of("payload")));
  }

  @Test
  void subjectsOfChecks_showTheirRulesTogether() {
    classes()
        .that()
        .resideInAPackage(BASE + ".check..")
        .and()
        .areAssignableTo(Check.OfModule.class)
        .or()
        .areAssignableTo(Check.OfClass.class)
        .and()
        .areNotInterfaces()
        .should()
        .bePackagePrivate()
        .check(processor);
  }

  @Test
  void readers_knowNeitherChecksNorWhatIsGenerated() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".read", BASE + ".collect")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".check..", BASE + ".emit")
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
            "javax.lang.model.type", BASE + ".read", BASE + ".check..", BASE + ".diagnostic")
        .check(processor);
  }

  @Test
  void diagnostics_knowNoStage() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".diagnostic")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".collect", BASE + ".read", BASE + ".check..", BASE + ".emit")
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

  private static Optional<String> subject(JavaClass type) {
    String prefix = BASE + ".check.";
    return type.getPackageName().startsWith(prefix)
        ? Optional.of(type.getPackageName().substring(prefix.length()))
        : Optional.empty();
  }
}
