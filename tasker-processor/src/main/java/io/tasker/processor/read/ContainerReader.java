package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Knows which collections and maps Jackson certainly cannot fill. */
final class ContainerReader {

  /** The abstract ones of the JDK for which it takes another class. */
  private static final Set<String> ABSTRACT =
      Set.of(
          "java.util.AbstractList",
          "java.util.AbstractMap",
          "java.util.AbstractSet",
          "java.util.Collection",
          "java.util.Deque",
          "java.util.EnumSet",
          "java.util.List",
          "java.util.Map",
          "java.util.NavigableMap",
          "java.util.NavigableSet",
          "java.util.Queue",
          "java.util.SequencedCollection",
          "java.util.SequencedMap",
          "java.util.SequencedSet",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.ConcurrentNavigableMap");

  private static final Set<String> FILLING = Set.of("add", "put");

  private ContainerReader() {}

  /** Returns why a collection or map cannot be read; empty if unsure. */
  static Optional<Unsupported> obstacle(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (JacksonAnnotations.hasCustomShape(element) || isFilled(element)) {
      return Optional.empty();
    }
    return Optional.of(
        new Unsupported(
            TypeText.simple(TypeName.get(type)),
            "a collection that Jackson cannot create and fill",
            "take a List, a Set or a Map.",
            true));
  }

  private static boolean isFilled(TypeElement type) {
    if (ABSTRACT.contains(type.getQualifiedName().toString())) {
      return true;
    }
    if (type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT)) {
      return false;
    }
    return isOfJdk(type) || (PropertyReader.hasNoArgumentConstructor(type) && takesElements(type));
  }

  /** Returns whether a class says itself how it takes elements, or inherits it from the JDK. */
  private static boolean takesElements(TypeElement type) {
    if (isOfJdk(type)) {
      return !type.getModifiers().contains(Modifier.ABSTRACT);
    }
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> FILLING.contains(method.getSimpleName().toString()))
        || (type.getSuperclass() instanceof DeclaredType above
            && takesElements((TypeElement) above.asElement()));
  }

  private static boolean isOfJdk(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }
}
