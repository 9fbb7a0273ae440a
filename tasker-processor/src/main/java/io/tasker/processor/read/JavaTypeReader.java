package io.tasker.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.JavaType.HiddenType;
import io.tasker.processor.model.PayloadType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Reads a type in the signature of a handler. */
final class JavaTypeReader {
  private final Elements elements;
  private final SourceFiles files;
  private final PayloadReader payloads;

  /** What one step returns another one takes. */
  private final Map<Element, Contents> known = new HashMap<>();

  private record Contents(PayloadType payload, Set<String> reflected) {}

  JavaTypeReader(Elements elements, SourceFiles files, PayloadReader payloads) {
    this.elements = elements;
    this.files = files;
    this.payloads = payloads;
  }

  /** Reads a type that travels as JSON. */
  JavaType payload(TypeMirror type, PackageElement from) {
    Contents contents =
        isPlain(type)
            ? known.computeIfAbsent(((DeclaredType) type).asElement(), each -> contents(type))
            : contents(type);
    return read(type, from, contents.payload(), contents.reflected());
  }

  private Contents contents(TypeMirror type) {
    return new Contents(payloads.read(type), ReflectedTypes.of(type, elements));
  }

  /** Returns whether nothing but its declaration says what a type holds. */
  private static boolean isPlain(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement()).getTypeParameters().isEmpty()
        && ((DeclaredType) type).getEnclosingType().getKind() == TypeKind.NONE;
  }

  /** Reads a type that stays in the process. */
  JavaType opaque(TypeMirror type, PackageElement from) {
    return read(type, from, new PayloadType.Open(), Set.of());
  }

  private JavaType read(
      TypeMirror type, PackageElement from, PayloadType payload, Set<String> reflected) {
    List<DeclaredType> mentioned = new ArrayList<>();
    if (!collect(type, mentioned)) {
      PayloadType unresolved = new PayloadType.Unresolved();
      return new JavaType(ClassName.OBJECT, unresolved, Optional.empty(), Set.of());
    }
    Set<String> lints = new TreeSet<>();
    mentioned.forEach(declared -> addLints(declared, lints));
    Set<String> auxiliary = auxiliary(mentioned);
    if (!auxiliary.isEmpty()) {
      lints.add(JavaType.AUXILIARY);
      if (mentioned.size() > 1) {
        // It is cast to.
        lints.add("unchecked");
      }
    }
    Optional<HiddenType> hidden =
        mentioned.stream().flatMap(declared -> hidden(declared, from).stream()).findFirst();
    return new JavaType(TypeName.get(type), payload, hidden, lints, auxiliary, reflected);
  }

  /** Lists the declared types within a type; false if one of them does not exist. */
  private static boolean collect(TypeMirror type, List<DeclaredType> mentioned) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return collect(array.getComponentType(), mentioned);
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || collect(wildcard.getExtendsBound(), mentioned))
          && (wildcard.getSuperBound() == null || collect(wildcard.getSuperBound(), mentioned));
    }
    if (type instanceof DeclaredType declared) {
      mentioned.add(declared);
      return declared.getTypeArguments().stream().allMatch(each -> collect(each, mentioned));
    }
    return true;
  }

  private Set<String> auxiliary(List<DeclaredType> mentioned) {
    return mentioned.stream()
        .map(type -> (TypeElement) type.asElement())
        .filter(files::isAuxiliary)
        .map(type -> SourceFiles.outermost(type).getSimpleName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void addLints(DeclaredType type, Set<String> lints) {
    TypeElement element = (TypeElement) type.asElement();
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      lints.add("rawtypes");
    }
    for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
      deprecation(each).ifPresent(lints::add);
    }
  }

  /** Returns the lint key that naming an element raises, or empty if it is not deprecated. */
  Optional<String> deprecation(Element element) {
    if (!elements.isDeprecated(element)) {
      return Optional.empty();
    }
    boolean forRemoval =
        Annotations.find(element, "java.lang.Deprecated")
            .flatMap(mirror -> Annotations.explicit(mirror, "forRemoval"))
            .equals(Optional.of(Boolean.TRUE));
    return Optional.of(forRemoval ? "removal" : "deprecation");
  }

  private Optional<HiddenType> hidden(DeclaredType type, PackageElement from) {
    Element each = type.asElement();
    boolean samePackage = elements.getPackageOf(each).equals(from);
    for (; each instanceof TypeElement element; each = each.getEnclosingElement()) {
      Set<Modifier> modifiers = element.getModifiers();
      String name = element.getSimpleName().toString();
      if (modifiers.contains(Modifier.PRIVATE)) {
        return Optional.of(new HiddenType(name, "private"));
      }
      if (!samePackage && !modifiers.contains(Modifier.PUBLIC)) {
        boolean isProtected = modifiers.contains(Modifier.PROTECTED);
        return Optional.of(
            new HiddenType(name, isProtected ? "protected" : "package-private elsewhere"));
      }
    }
    return Optional.empty();
  }
}
