package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ModuleModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what GraalVM must know to compile an artifact to a native image: the payload types, which
 * Jackson reads and writes by reflection, and the resources that the runtime looks up.
 */
public final class ReachabilityEmitter {
  private final Emission emission;

  /** Creates an emitter. */
  public ReachabilityEmitter(Emission emission) {
    this.emission = emission;
  }

  /** Writes the file of an artifact, in a folder of its own among those of other artifacts. */
  public void emit(ModuleModel module, ClassName name) {
    List<ClassName> origins = module.classes().stream().map(HandlerClass::name).toList();
    String resource =
        "META-INF/native-image/io.tasker/%s/reachability-metadata.json"
            .formatted(name.canonicalName());
    emission.writeResource(resource, JsonText.of(metadata(module)), origins);
  }

  private static Map<String, Object> metadata(ModuleModel module) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    List<Object> reflection = new ArrayList<>();
    module.reflected().forEach(type -> reflection.add(reflected(type)));
    metadata.put("reflection", reflection);
    metadata.put("resources", List.of(Map.of("glob", "META-INF/tasker/**")));
    return metadata;
  }

  private static Map<String, Object> reflected(String type) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", type);
    entry.put("allDeclaredConstructors", true);
    entry.put("allDeclaredMethods", true);
    entry.put("allDeclaredFields", true);
    return entry;
  }
}
