package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.TypeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Knows the types that are certainly not JSON: live resources, code, and what cannot be rebuilt.
 */
final class LiveTypes {
  private static final String DATA_FIX =
      "pass the data itself (byte[], String) or a reference to it (a URI), not a live resource.";

  private static final Map<String, String> LIVE = new LinkedHashMap<>();

  static {
    LIVE.put("java.io.InputStream", "a stream");
    LIVE.put("java.io.OutputStream", "a stream");
    LIVE.put("java.io.Reader", "a reader");
    LIVE.put("java.io.Writer", "a writer");
    LIVE.put("java.nio.channels.Channel", "a channel");
    LIVE.put("java.util.stream.BaseStream", "a stream");
    LIVE.put("java.lang.Thread", "a thread");
    LIVE.put("java.util.concurrent.Executor", "an executor");
    LIVE.put("java.util.concurrent.Future", "a future");
    LIVE.put("java.util.concurrent.CompletionStage", "a future");
    LIVE.put("java.util.concurrent.locks.Lock", "a lock");
    LIVE.put("java.util.concurrent.locks.ReadWriteLock", "a lock");
    LIVE.put("java.util.Iterator", "an iterator");
    LIVE.put("java.util.Enumeration", "an iterator");
    LIVE.put("java.util.Spliterator", "an iterator");
    LIVE.put("java.lang.Class", "a class");
    LIVE.put("java.lang.ClassLoader", "a class loader");
  }

  private final Supertypes supertypes;

  LiveTypes(Supertypes supertypes) {
    this.supertypes = supertypes;
  }

  Optional<Unsupported> find(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Set<String> names = supertypes.names(type);
    for (Map.Entry<String, String> live : LIVE.entrySet()) {
      if (names.contains(live.getKey())) {
        return Optional.of(unsupported(type, live.getValue(), DATA_FIX, false));
      }
    }
    if (Annotations.find(element, "java.lang.FunctionalInterface").isPresent()) {
      return Optional.of(
          unsupported(type, "code, not data", "pass what it computes instead.", false));
    }
    return unreadable(type, element);
  }

  private static Optional<Unsupported> unreadable(DeclaredType type, TypeElement element) {
    if (element.getModifiers().contains(Modifier.SEALED)) {
      String fix = "annotate " + element.getSimpleName() + " with @JsonTypeInfo and @JsonSubTypes.";
      return Optional.of(
          unsupported(type, "a sealed type without Jackson type information", fix, true));
    }
    boolean isInterface = element.getKind() == ElementKind.INTERFACE;
    if ((isInterface || element.getModifiers().contains(Modifier.ABSTRACT))
        && !PayloadReader.isOfLibrary(element.getQualifiedName().toString())) {
      String what = isInterface ? "an interface" : "an abstract class";
      String fix =
          "take a record, or annotate %s with @JsonTypeInfo and @JsonSubTypes."
              .formatted(element.getSimpleName());
      return Optional.of(unsupported(type, what + " without Jackson type information", fix, true));
    }
    if (element.getKind() == ElementKind.CLASS
        && element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC)) {
      String fix = "make " + element.getSimpleName() + " static, or a record.";
      return Optional.of(unsupported(type, "an inner class", fix, true));
    }
    return Optional.empty();
  }

  private static Unsupported unsupported(
      DeclaredType type, String why, String fix, boolean writable) {
    return new Unsupported(TypeText.simple(TypeName.get(type)), why, fix, writable);
  }
}
