package io.tasker.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The configuration of workflows as YAML: namespace, workflow, key, value. What one step alone is
 * given stands beside its workflow, under {@code workflow/step}, which no name of a workflow is.
 * Values are never quoted: some are secrets.
 */
final class ConfigFile {
  private final Path file;
  private final TaskerWorkerBuilder worker;

  private ConfigFile(Path file, TaskerWorkerBuilder worker) {
    this.file = file;
    this.worker = worker;
  }

  /**
   * Gives a worker what a file says.
   *
   * @throws IllegalArgumentException if the file is not there or does not have that form; says
   *     where
   */
  static void read(Path file, TaskerWorkerBuilder worker) {
    new ConfigFile(file, worker).read();
  }

  private void read() {
    section("the file", yaml())
        .forEach(
            (namespace, workflows) ->
                section("'" + namespace + "'", workflows)
                    .forEach((workflow, values) -> add(namespace, workflow, values)));
  }

  private Object yaml() {
    try {
      String text = Files.readString(file);
      Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
      if (read == null) {
        throw new IllegalArgumentException(file + ": there is nothing in it");
      }
      return read;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": it cannot be read", e);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new IllegalArgumentException(
          "%s:%d: this is not YAML: %s".formatted(file, line, e.getProblem()), e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + ": this is not YAML", e);
    }
  }

  private void add(String namespace, String name, Object given) {
    String where = "'%s: %s'".formatted(namespace, name);
    Map<String, Object> values = section(where, given);
    int slash = name.indexOf('/');
    if (slash < 0) {
      worker.config(namespace, name, values);
    } else if (slash == name.length() - 1) {
      throw new IllegalArgumentException(
          "%s: %s must end with the name of a step".formatted(file, where));
    } else {
      worker.config(namespace, name.substring(0, slash), name.substring(slash + 1), values);
    }
  }

  private Map<String, Object> section(String where, Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(
          "%s: %s must hold keys and values, as in namespace: {workflow: {key: value}}"
              .formatted(file, where));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value == null) {
            throw new IllegalArgumentException(
                "%s: key '%s' in %s has no value: give one, or leave the key out"
                    .formatted(file, key, where));
          }
          values.put(String.valueOf(key), value);
        });
    return values;
  }
}
