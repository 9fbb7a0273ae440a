package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/**
 * Finds components that may be null by an annotation which the runtime does not see, so that it
 * requires them: one of fields or methods only, or one that does not outlive the compiler.
 */
final class UnseenNullable {
  private final Elements elements;

  UnseenNullable(Elements elements) {
    this.elements = elements;
  }

  /** Returns why a record cannot be read as its annotations say; empty if it can. */
  Optional<Unsupported> obstacle(DeclaredType type, List<Accessors.Property> properties) {
    return properties.stream()
        .filter(Accessors.Property::isComponent)
        .filter(this::isUnseen)
        .map(property -> unsupported(type, property.name()))
        .findFirst();
  }

  private boolean isUnseen(Accessors.Property property) {
    AnnotatedConstruct[] declarations = property.declarations().toArray(new Element[0]);
    boolean isNullable =
        Annotations.isNullable(declarations) || Annotations.isNullable(property.type());
    return isNullable
        && Stream.concat(
                Stream.of(property.type()),
                property.declarations().stream().filter(RecordComponentElement.class::isInstance))
            .flatMap(owner -> owner.getAnnotationMirrors().stream())
            .filter(Annotations::isNullable)
            .noneMatch(this::isKept);
  }

  private boolean isKept(AnnotationMirror mirror) {
    return member(mirror, "java.lang.annotation.Retention")
        .filter(value -> value.toString().endsWith("RUNTIME"))
        .isPresent();
  }

  private Optional<Object> member(AnnotationMirror mirror, String annotation) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return Annotations.find(type, annotation)
        .map(found -> elements.getElementValuesWithDefaults(found))
        .flatMap(values -> values.values().stream().findFirst())
        .map(AnnotationValue::getValue);
  }

  private static Unsupported unsupported(DeclaredType type, String component) {
    return new Unsupported(
        TypeText.simple(TypeName.get(type)),
        "a record whose '%s' may be null by an annotation that is not on it at run time"
            .formatted(component),
        "declare '%s' as Optional, or take org.jspecify.annotations.Nullable.".formatted(component),
        true);
  }
}
