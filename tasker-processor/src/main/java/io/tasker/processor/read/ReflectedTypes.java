package io.tasker.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * Finds the classes that a JSON mapper looks into when it reads or writes a type: those of its
 * fields and properties, above and below it, and those its annotations name. Rather one too many.
 */
final class ReflectedTypes {
  private final Elements elements;
  private final Set<String> names = new TreeSet<>();

  private ReflectedTypes(Elements elements) {
    this.elements = elements;
  }

  /** Returns the binary names of the classes within a type, without those of libraries. */
  static Set<String> of(TypeMirror type, Elements elements) {
    ReflectedTypes reflected = new ReflectedTypes(elements);
    reflected.add(type);
    return reflected.names;
  }

  private void add(TypeMirror type) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType());
    } else if (type instanceof TypeVariable variable) {
      // Its bound may mention it; where it stands for a type, that one is added.
      addErased(variable.getUpperBound());
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        add(wildcard.getExtendsBound());
      }
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(this::add);
      addClass((TypeElement) declared.asElement());
    }
  }

  private void addErased(TypeMirror bound) {
    if (bound instanceof DeclaredType declared) {
      addClass((TypeElement) declared.asElement());
    }
  }

  private void addClass(TypeElement type) {
    if (PayloadReader.isOfLibrary(type.getQualifiedName().toString())
        || !names.add(elements.getBinaryName(type).toString())) {
      return;
    }
    add(type.getSuperclass());
    type.getInterfaces().forEach(this::add);
    type.getPermittedSubclasses().forEach(this::add);
    addNamed(type);
    type.getEnclosedElements().forEach(this::addMember);
  }

  private void addMember(Element member) {
    addNamed(member);
    if (member instanceof VariableElement field
        && !field.getModifiers().contains(Modifier.STATIC)) {
      add(field.asType());
    } else if (member instanceof ExecutableElement method && isLookedInto(method)) {
      add(method.getReturnType());
      method.getParameters().forEach(parameter -> add(parameter.asType()));
    }
  }

  private static boolean isLookedInto(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    int parameters = method.getParameters().size();
    boolean isProperty =
        (parameters == 0 && (name.startsWith("get") || name.startsWith("is")))
            || (parameters == 1 && name.startsWith("set"));
    return method.getKind() == ElementKind.CONSTRUCTOR
        || (isProperty && !method.getModifiers().contains(Modifier.STATIC))
        || method.getAnnotationMirrors().stream()
            .anyMatch(mirror -> JacksonAnnotations.isOne(Annotations.nameOf(mirror)));
  }

  /** Adds the classes that Jackson's annotations name, such as subtypes and deserializers. */
  private void addNamed(Element annotated) {
    annotated.getAnnotationMirrors().stream()
        .filter(mirror -> JacksonAnnotations.isOne(Annotations.nameOf(mirror)))
        .forEach(this::addValues);
  }

  private void addValues(AnnotationMirror mirror) {
    mirror.getElementValues().values().forEach(value -> addValue(value.getValue()));
  }

  private void addValue(Object value) {
    if (value instanceof TypeMirror type) {
      add(type);
    } else if (value instanceof AnnotationMirror nested) {
      addValues(nested);
    } else if (value instanceof List<?> values) {
      values.forEach(each -> addValue(((AnnotationValue) each).getValue()));
    }
  }
}
