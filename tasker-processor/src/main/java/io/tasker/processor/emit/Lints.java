package io.tasker.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.MethodModel;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The warnings that a method's own declaration would raise in generated code, and no others. */
final class Lints {
  private Lints() {}

  static Optional<AnnotationSpec> of(HandlerClass owner, MethodModel method) {
    TreeSet<String> keys = new TreeSet<>(ofClass(owner));
    method.parameters().forEach(parameter -> keys.addAll(parameter.slot().type().lints()));
    if (method instanceof HandlerModel handler) {
      keys.addAll(handler.result().value().lints());
    }
    if (method.is(MethodModel.Trait.DEPRECATED)) {
      keys.add("deprecation");
    }
    if (method.is(MethodModel.Trait.DEPRECATED_FOR_REMOVAL)) {
      keys.add("removal");
    }
    return suppressing(keys);
  }

  /** Returns the keys that merely naming the class raises. */
  static SortedSet<String> ofClass(HandlerClass owner) {
    TreeSet<String> keys = new TreeSet<>();
    if (owner.is(HandlerClass.Trait.DEPRECATED)) {
      keys.add("deprecation");
    }
    if (owner.is(HandlerClass.Trait.DEPRECATED_FOR_REMOVAL)) {
      keys.add("removal");
    }
    if (owner.is(HandlerClass.Trait.AUXILIARY)) {
      keys.add(JavaType.AUXILIARY);
    }
    return keys;
  }

  static Optional<AnnotationSpec> suppressing(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    keys.forEach(key -> annotation.addMember("value", CodeBlock.of("$S", key)));
    return Optional.of(annotation.build());
  }
}
