package io.tasker.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** The only way to a file: marks what is generated and names the classes it was generated from. */
public final class Emission {
  private static final String PROCESSOR = "io.tasker.processor.TaskerProcessor";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private static final Pattern JAVA_LANG = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);\n");

  private final Filer filer;
  private final Elements elements;

  /** Creates the way to the files of one round. */
  public Emission(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  static AnnotationSpec index(List<ClassName> classes) {
    CodeBlock list =
        classes.stream()
            .map(each -> CodeBlock.of("$T.class", each))
            .collect(CodeBlock.joining(", "));
    String format = classes.size() == 1 ? "$L" : "{$L}";
    return AnnotationSpec.builder(GeneratedApi.STEP_INDEX)
        .addMember("handlers", format, list)
        .build();
  }

  /** Of a class that javac warns of where it is the value of an annotation, suppressed or not. */
  static AnnotationSpec index(String canonicalName) {
    return AnnotationSpec.builder(GeneratedApi.STEP_INDEX)
        .addMember("names", "$S", canonicalName)
        .build();
  }

  /** Adds the annotations every generated class has. */
  void mark(TypeSpec.Builder type, boolean inNamedModule, Collection<String> lints) {
    // In a named module that does not read java.compiler the annotation cannot be named.
    if (elements.getTypeElement(GENERATED.canonicalName()) != null) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    type.addAnnotation(GeneratedApi.TASKER_GENERATED);
    TreeSet<String> keys = new TreeSet<>(lints);
    // Since JDK 18, doclint asks for a comment of each constructor that is not even written.
    keys.add("doclint:missing");
    if (inNamedModule) {
      // Its package may be exported by a module that does not require the runtime transitively.
      keys.add("exports");
    }
    Lints.suppressing(keys).ifPresent(type::addAnnotation);
  }

  void writeSource(TypeSpec type, ClassName name, Collection<ClassName> origins) {
    String explicit = print(type, name);
    String source =
        Layout.of(
            hidesJavaLang(explicit, name) ? explicit : JAVA_LANG.matcher(explicit).replaceAll(""));
    try (Writer writer =
        filer.createSourceFile(name.canonicalName(), elements(origins)).openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name.canonicalName(), e);
    }
  }

  private static String print(TypeSpec type, ClassName name) {
    return JavaFile.builder(name.packageName(), type).indent("  ").build().toString();
  }

  /** Returns whether the package has a type named like one of {@code java.lang} that is used. */
  private boolean hidesJavaLang(String source, ClassName name) {
    String prefix = name.packageName().isEmpty() ? "" : name.packageName() + ".";
    return JAVA_LANG
        .matcher(source)
        .results()
        .anyMatch(used -> elements.getTypeElement(prefix + used.group(1)) != null);
  }

  void writeResource(String path, String text, Collection<ClassName> origins) {
    try (OutputStream output =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", path, elements(origins))
            .openOutputStream()) {
      output.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private Element[] elements(Collection<ClassName> names) {
    return names.stream()
        .map(name -> elements.getTypeElement(name.canonicalName()))
        .filter(Objects::nonNull)
        .collect(Collectors.toList())
        .toArray(new Element[0]);
  }
}
