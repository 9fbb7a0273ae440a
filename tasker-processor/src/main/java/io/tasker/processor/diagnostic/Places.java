package io.tasker.processor.diagnostic;

import io.tasker.processor.model.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the elements of this round that a {@link SourceRef} names, as much of it as there is. */
public final class Places {

  /** What the compiler points at. */
  record Place(
      @Nullable Element element,
      @Nullable AnnotationMirror mirror,
      @Nullable AnnotationValue value) {}

  private final Elements elements;
  private final Types types;

  /** Creates the places of one round. */
  public Places(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Place find(SourceRef ref) {
    if (ref.isModule()) {
      return new Place(elements.getModuleElement(ref.moduleName()), null, null);
    }
    Element element = element(ref);
    if (element == null || ref.annotation().isEmpty()) {
      return new Place(element, null, null);
    }
    AnnotationMirror mirror =
        element.getAnnotationMirrors().stream()
            .filter(candidate -> isNamed(candidate, ref.annotation()))
            .findFirst()
            .orElse(null);
    AnnotationValue value = mirror == null ? null : value(mirror, ref).orElse(null);
    return new Place(element, mirror, value);
  }

  /** Returns whether {@code @SuppressWarnings("tasker:<Code>")} is on the place or around it. */
  boolean isSuppressed(Problem problem) {
    String key = "tasker:" + problem.id();
    for (Element each = element(problem.at()); each != null; each = each.getEnclosingElement()) {
      SuppressWarnings suppressed = each.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && List.of(suppressed.value()).contains(key)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Element element(SourceRef ref) {
    TypeElement type = ref.type().isEmpty() ? null : elements.getTypeElement(ref.type());
    if (type == null || ref.method().isEmpty()) {
      return type;
    }
    Optional<ExecutableElement> method = Signatures.find(type, ref.method(), types);
    if (method.isEmpty()) {
      return type;
    }
    return ref.parameter() < 0 ? method.get() : method.get().getParameters().get(ref.parameter());
  }

  private static boolean isNamed(AnnotationMirror mirror, String name) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(name);
  }

  private static Optional<AnnotationValue> value(AnnotationMirror mirror, SourceRef ref) {
    Optional<AnnotationValue> member =
        mirror.getElementValues().entrySet().stream()
            .filter(entry -> entry.getKey().getSimpleName().contentEquals(ref.member()))
            .map(Map.Entry::getValue)
            .map(AnnotationValue.class::cast)
            .findFirst();
    if (ref.item() >= 0
        && member.map(AnnotationValue::getValue).orElse(null) instanceof List<?> items) {
      return Optional.of((AnnotationValue) items.get(ref.item()));
    }
    return member;
  }
}
