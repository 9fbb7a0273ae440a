package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.CallableIndex;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateResource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes, for each callable, where its handlers are, so that the templates of other artifacts are
 * checked against them.
 */
public final class CallableEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public CallableEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the file of each callable. */
  public void emit(ModuleModel module) {
    List<ClassName> all = module.classes().stream().map(HandlerClass::name).toList();
    CallableIndex index = new CallableIndex(module.classes());
    for (String callable : index.callables()) {
      String classes =
          index.named(callable).stream()
              .map(HandlerModel::at)
              .map(at -> at.type() + "\n")
              .distinct()
              .sorted()
              .collect(Collectors.joining());
      emission.writeResource(TemplateResource.ofCallable(callable), classes, all);
    }
  }
}
