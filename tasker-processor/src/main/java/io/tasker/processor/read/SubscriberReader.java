package io.tasker.processor.read;

import io.tasker.processor.model.Located;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.SubscriberModel;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one method that is called for events. */
final class SubscriberReader {
  private final Annotations annotations;
  private final JavaTypeReader javaTypes;
  private final MethodReader methods;

  SubscriberReader(Elements elements, Types types, JavaTypeReader javaTypes) {
    this.annotations = new Annotations(elements);
    this.javaTypes = javaTypes;
    this.methods =
        new MethodReader(elements, types, annotations, javaTypes, new TypeArguments(elements));
  }

  SubscriberModel read(ExecutableElement method) {
    MethodReader.Shape shape = methods.read(method);
    return new SubscriberModel(
        shape.at(),
        shape.declaringClass(),
        shape.name(),
        patterns(method, shape.at().on(AnnotationNames.SUBSCRIBES)),
        shape.parameters(),
        javaTypes.opaque(method.getReturnType(), shape.from()),
        Annotations.find(method, AnnotationNames.HANDLER).isPresent(),
        shape.traits());
  }

  private List<Located<String>> patterns(ExecutableElement method, SourceRef at) {
    AnnotationMirror mirror = Annotations.find(method, AnnotationNames.SUBSCRIBES).orElseThrow();
    return annotations.locatedItems(mirror, "value", at);
  }
}
