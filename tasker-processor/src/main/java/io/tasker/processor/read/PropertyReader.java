package io.tasker.processor.read;

import io.tasker.processor.read.Accessors.Property;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the properties of records and beans as Jackson does by default. */
final class PropertyReader {
  private final Types types;

  PropertyReader(Types types) {
    this.types = types;
  }

  /** Returns the components, and then the getters beside them, which are written only. */
  List<Property> ofRecord(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Accessors accessors = new Accessors(types, type);
    element.getRecordComponents().forEach(accessors::component);
    for (TypeElement owner : lineage(element)) {
      ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
          .filter(method -> !accessors.isComponent(method))
          .forEach(accessors::getter);
    }
    return accessors.ofRecord();
  }

  /** Returns getters, setters and fields, those of supertypes first. */
  List<Property> ofBean(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Accessors accessors = new Accessors(types, type);
    for (TypeElement owner : lineage(element)) {
      for (Element member : owner.getEnclosedElements()) {
        if (member instanceof VariableElement field) {
          accessors.field(field);
        } else if (member instanceof ExecutableElement method) {
          accessors.getter(method);
          accessors.setter(method);
        }
      }
    }
    return accessors.ofBean(hasNoArgumentConstructor(element));
  }

  static boolean hasNoArgumentConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(constructor -> constructor.getParameters().isEmpty());
  }

  /** Returns a type and what it inherits from, supertypes first, without those of the JDK. */
  private List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> lineage = new ArrayList<>();
    collect(type, lineage);
    return lineage;
  }

  private void collect(TypeElement type, List<TypeElement> lineage) {
    String name = type.getQualifiedName().toString();
    if (name.equals("java.lang.Object") || name.equals("java.lang.Record")) {
      return;
    }
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      if (supertype instanceof DeclaredType declared) {
        collect((TypeElement) declared.asElement(), lineage);
      }
    }
    if (!lineage.contains(type)) {
      lineage.add(type);
    }
  }
}
