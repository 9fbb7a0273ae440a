package io.tasker.processor.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * What earlier compilations left in the output directory. An incremental compilation sees only some
 * of the handler classes; the module generated before names the others. Reading the output
 * directory instead of the class path keeps the handlers of other artifacts out, those of the main
 * classes during a test compilation among them.
 */
public final class PreviousIndex {
  private static final String STEP_INDEX = "io.tasker.spi.StepIndex";

  private final Filer filer;
  private final Elements elements;

  /** Creates the view of one round. */
  public PreviousIndex(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Returns the qualified name of the module generated before. */
  public Optional<String> moduleName(String servicesFile) {
    return content(servicesFile)
        .flatMap(
            text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst());
  }

  /** Returns the handler classes of the module generated before that still are handler classes. */
  public List<TypeElement> handlerClasses(String moduleName) {
    return Stream.ofNullable(elements.getTypeElement(moduleName))
        .flatMap(this::indexed)
        .flatMap(this::indexed)
        // A class whose source was deleted, or that lost its annotations, is gone.
        .filter(HandlerClassReader::hasHandlers)
        .toList();
  }

  /** Returns whether a class of this name exists that another artifact owns. */
  public boolean isTakenElsewhere(String qualifiedName) {
    return elements.getTypeElement(qualifiedName) != null
        && bytes(qualifiedName.replace('.', '/') + ".class").isEmpty();
  }

  private Stream<TypeElement> indexed(TypeElement type) {
    return Annotations.find(type, STEP_INDEX).stream()
        .flatMap(PreviousIndex::names)
        .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)));
  }

  private static Stream<CharSequence> names(AnnotationMirror index) {
    Stream<CharSequence> classes =
        values(index, "handlers")
            .filter(DeclaredType.class::isInstance)
            .map(type -> ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName());
    return Stream.concat(classes, values(index, "names").map(Object::toString));
  }

  private static Stream<Object> values(AnnotationMirror index, String member) {
    return Annotations.explicit(index, member).stream()
        .filter(List.class::isInstance)
        .flatMap(values -> ((List<?>) values).stream())
        .map(value -> ((AnnotationValue) value).getValue());
  }

  private Optional<String> content(String path) {
    return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> bytes(String path) {
    try (InputStream stream =
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).openInputStream()) {
      return Optional.of(stream.readAllBytes());
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
