package io.tasker.processor.read;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.diagnostic.Signatures;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.SubscriberModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one method that is called for events. */
final class SubscriberReader {
  private final Elements elements;
  private final Types types;
  private final Annotations annotations;
  private final JavaTypeReader javaTypes;
  private final ParameterReader parameters;
  private final MethodTraits traits;

  SubscriberReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.annotations = new Annotations(elements);
    this.javaTypes = new JavaTypeReader(elements, new PayloadReader(elements, types));
    this.parameters = new ParameterReader(annotations, javaTypes, new TypeArguments(elements));
    this.traits = new MethodTraits(elements, types, javaTypes);
  }

  SubscriberModel read(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    PackageElement from = elements.getPackageOf(owner);
    SourceRef at =
        SourceRef.type(owner.getQualifiedName().toString()).inMethod(Signatures.of(method, types));
    List<ParameterModel> read = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      read.add(parameters.read(parameter, at.atParameter(read.size()), from));
    }
    return new SubscriberModel(
        at,
        String.join(".", ClassName.get(owner).simpleNames()),
        method.getSimpleName().toString(),
        patterns(method, at.on(AnnotationNames.SUBSCRIBES)),
        read,
        javaTypes.opaque(method.getReturnType(), from),
        Annotations.find(method, AnnotationNames.HANDLER).isPresent(),
        traits.of(method));
  }

  private List<Located<String>> patterns(ExecutableElement method, SourceRef at) {
    AnnotationMirror mirror = Annotations.find(method, AnnotationNames.SUBSCRIBES).orElseThrow();
    return annotations.locatedItems(mirror, "value", at);
  }
}
