package io.tasker.processor.read;

import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * What other artifacts left on the class path. A compiler gives a processor the first resource of a
 * name only, so there is one for each callable and for each template, and none that lists them.
 */
public final class ClassPathHandlers {
  private final Filer filer;
  private final Elements elements;

  /** Creates the view of one round. */
  public ClassPathHandlers(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Returns the classes on the class path that have the handlers of a callable. */
  public List<TypeElement> classes(String callable) {
    return content(StandardLocation.CLASS_PATH, TemplateResource.ofCallable(callable)).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
        .filter(HandlerClassReader::hasHandlers)
        .toList();
  }

  /** Returns whether another artifact carries this template already. */
  public boolean carries(TemplateModel template) {
    String resource = template.resource();
    return content(StandardLocation.CLASS_OUTPUT, resource).isEmpty()
        && content(StandardLocation.CLASS_PATH, resource)
            .filter(template.file().text()::equals)
            .isPresent();
  }

  private Optional<String> content(StandardLocation location, String path) {
    try (InputStream stream = filer.getResource(location, "", path).openInputStream()) {
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      // Compilers say in different ways that there is none, or no such location.
      return Optional.empty();
    }
  }
}
