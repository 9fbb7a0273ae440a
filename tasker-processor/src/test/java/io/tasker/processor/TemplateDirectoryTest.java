package io.tasker.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of a directory are found, checked and become part of the artifact. */
class TemplateDirectoryTest {
  private static final String ORDERS =
      """
      # Orders are charged once.
      name: order_processing
      namespace_name: shop
      version: "1.0.0"
      steps:
        - name: read_cart
          handler: {callable: shop_read_cart}
        - name: charge
          dependencies: [read_cart]
          handler: {callable: shop_charge}
      """;

  private static final String HANDLERS =
      """
      @Handler("shop_read_cart") static int readCart(@Input("items") int items) { return items; }
      @Handler("shop_charge") static String charge(@Depends("read_cart") int items) { return ""; }
      """;

  @TempDir Path folder;
  private TemplateProject project;

  @BeforeEach
  void create() throws IOException {
    project = new TemplateProject(folder);
  }

  @Test
  void fileThatCannotBeOpened_isToldWithItsName() throws IOException {
    TemplateProject project =
        new TemplateProject(folder).handlers("@Handler static int charge() { return 1; }\n");
    Path link = project.directory().resolve("orders.yaml");
    Files.createSymbolicLink(link, project.directory().resolve("gone.txt"));

    assertThat(project.problems())
        .containsExactly(
            """
            error: [Tasker/MalformedYaml] templates/orders.yaml: it cannot be read: the file it links to does not exist.
                fix: make it readable for the compiler, or move it out of the template directory.""");
  }

  @Test
  void directoryNamedLikeATemplate_isLookedInto() throws IOException {
    TemplateProject project =
        new TemplateProject(folder)
            .handlers("@Handler static int charge() { return 1; }\n")
            .template("orders.yaml/inner.yaml", "steps: [");

    assertThat(project.problems())
        .singleElement()
        .asString()
        .contains("[Tasker/MalformedYaml] templates/orders.yaml/inner.yaml:1:9: ");
  }

  @Test
  void templates_areCopiedAsTheyAreAndListedByTheModule() throws IOException {
    Compilation compilation =
        project.template("sub/orders.yml", ORDERS).handlers(HANDLERS).compile();

    assertThat(compilation).succeeded();
    String resource = "META-INF/tasker/templates/shop/order_processing-1.0.0.yaml";
    assertThat(Compilations.resource(compilation, resource)).isEqualTo(ORDERS);
    assertThat(Compilations.source(compilation, "shop.ShopHandlerModule")).contains(resource);
  }

  @Test
  void mistakesOfFiles_areToldAtTheFirstHandlerWithTheirOwnPlace() throws IOException {
    project
        .template("a/orders.yaml", ORDERS.replace("[read_cart]", "[read_crt]"))
        .template("limits.yaml", ORDERS.replace("1.0.0", "2.0.0") + "    retry: {limit: 5}\n")
        .template("other.yaml", ORDERS.replace("version", "# version"))
        .handlers(HANDLERS);

    assertThat(project.problems())
        .containsExactlyInAnyOrder(
            """
            Handlers.java:5:7: error: [Tasker/UnknownDependency] templates/a/orders.yaml:9:20: step 'charge' depends on 'read_crt', but no step has that name.
                did you mean: 'read_cart'
                known steps:  charge, read_cart""",
            """
            Handlers.java:5:7: warning: [Tasker/UnknownKey] templates/limits.yaml:11:13: 'retry' of step 'charge' has a key 'limit' that Tasker Core does not know and ignores.
                did you mean: 'max_attempts'
                known keys:   backoff, backoff_base_ms, max_attempts, max_backoff_ms, retryable""",
            "Handlers.java:5:7: error: [Tasker/MissingKey] templates/other.yaml:2:1: the template has no 'version', which is required.");
  }

  @Test
  void directoriesOfOneName_areToldApart() throws IOException {
    Path other = Files.createDirectories(folder.resolve("more/templates"));
    Files.writeString(other.resolve("orders.yaml"), ORDERS);
    project
        .option("-Atasker.templates=" + project.directory() + "," + other)
        .template("orders.yaml", ORDERS)
        .handlers(HANDLERS);

    assertThat(project.problems())
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("more/templates/orders.yaml:2:7: template"));
  }

  @Test
  void hugeFile_isRefusedWithoutReadingAllOfIt() throws IOException {
    project.handlers(HANDLERS);
    try (RandomAccessFile file =
        new RandomAccessFile(project.directory().resolve("huge.yaml").toFile(), "rw")) {
      file.setLength(3L << 30);
    }

    assertThat(project.problems())
        .singleElement()
        .asString()
        .startsWith("error: [Tasker/TemplateTooLarge] templates/huge.yaml:");
  }

  @Test
  void namedModule_isNoObstacle() throws IOException {
    project.template("orders.yaml", ORDERS);

    Compilation compilation =
        Compilations.modular("-Atasker.templates=" + project.directory())
            .compile(
                JavaFileObjects.forSourceString(
                    "module-info",
                    """
                    module shop {
                      requires io.tasker.annotations;
                      requires io.tasker.runtime;

                      provides io.tasker.spi.HandlerModule with
                          shop.ShopHandlerModule;
                    }
                    """),
                JavaFileObjects.forSourceString(
                    "shop.Handlers",
                    "package shop;\nimport io.tasker.annotation.*;\nfinal class Handlers {\n"
                        + HANDLERS
                        + "}\n"));

    assertThat(compilation).succeeded();
    assertThat(Compilations.source(compilation, "shop.ShopHandlerModule"))
        .contains("shop/order_processing-1.0.0.yaml");
  }

  @Test
  void directoryThatIsNone_isTold() {
    project.option("-Atasker.templates=no/such/directory").handlers(HANDLERS);

    assertThat(project.problems())
        .containsExactly(
            """
            error: [Tasker/InvalidOption] option tasker.templates names 'no/such/directory', which is not a directory.
                usage: -Atasker.templates=<directory>[,<directory>…], best absolute: in Maven ${project.basedir}/src/main/tasker""");
  }

  @Test
  void directoryInADirectory_isReadOnce() throws IOException {
    project
        .template("sub/orders.yaml", ORDERS)
        .option(
            "-Atasker.templates=" + project.directory() + "," + project.directory().resolve("sub"))
        .handlers(HANDLERS);

    assertThat(project.problems()).isEmpty();
  }
}
