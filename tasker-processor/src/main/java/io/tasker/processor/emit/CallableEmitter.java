package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.CallableIndex;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateResource;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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
    Map<String, ClassName> names = new HashMap<>();
    module.classes().forEach(each -> names.put(each.at().type(), each.name()));
    CallableIndex index = new CallableIndex(module.classes());
    for (String callable : index.callables()) {
      SortedSet<String> types = new TreeSet<>();
      index.named(callable).forEach(handler -> types.add(handler.at().type()));
      emission.writeResource(
          TemplateResource.ofCallable(callable),
          String.join("\n", types) + "\n",
          types.stream().map(names::get).toList());
    }
  }
}
