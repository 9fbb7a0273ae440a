package io.tasker.processor.collect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes to read in a round: those the compiler delivers and those that had to wait. A
 * class waits for as long as rounds go on, because another processor may still generate a type it
 * mentions.
 */
public final class HandlerCollector {
  private final Elements elements;
  private final Set<String> waiting = new TreeSet<>();
  private final Set<String> done = new LinkedHashSet<>();

  /** Creates a collector for one run of the compiler. */
  public HandlerCollector(Elements elements) {
    this.elements = elements;
  }

  /**
   * Returns the classes of a round, ordered by name because compilers differ in the order.
   *
   * @param annotations the annotations of classes, methods or parameters whose class is wanted
   */
  public Collection<TypeElement> collect(
      RoundEnvironment round, Collection<TypeElement> annotations) {
    TreeMap<String, TypeElement> found = new TreeMap<>();
    // One pass for all: each is over all that is compiled.
    round.getElementsAnnotatedWithAny(annotations.toArray(new TypeElement[0])).stream()
        .flatMap(element -> Stream.ofNullable(typeOf(element)))
        .forEach(type -> found.put(type.getQualifiedName().toString(), type));
    takeWaiting().forEach(type -> found.put(type.getQualifiedName().toString(), type));
    found.keySet().removeAll(done);
    return found.values();
  }

  private static @Nullable TypeElement typeOf(Element element) {
    Element each = element;
    while (each != null && !(each instanceof TypeElement)) {
      each = each.getEnclosingElement();
    }
    return (TypeElement) each;
  }

  /** Returns the classes that still wait, for the last time. */
  public List<TypeElement> takeWaiting() {
    List<TypeElement> types =
        waiting.stream()
            .map(name -> elements.getTypeElement(name))
            .filter(Objects::nonNull)
            .toList();
    waiting.clear();
    return types;
  }

  /** Reads a class again in the next round. */
  public void defer(TypeElement type) {
    waiting.add(type.getQualifiedName().toString());
  }

  /** Never delivers a class again. */
  public void done(TypeElement type) {
    done.add(type.getQualifiedName().toString());
  }
}
