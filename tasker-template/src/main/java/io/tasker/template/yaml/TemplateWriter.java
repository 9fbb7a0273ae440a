package io.tasker.template.yaml;

import io.tasker.template.TaskTemplate;
import java.util.Collections;
import java.util.Map;

/**
 * Writes task templates as YAML that reads as if written by hand and that Tasker Core accepts.
 *
 * <p>Equal templates give equal text: keys are canonical and in a fixed order, open data keeps its
 * order, lines end with {@code \n}, there are no aliases. What Tasker Core defaults alike is left
 * out; a {@code retry} block is complete, because Tasker Core has other defaults inside one.
 * Reading the text gives an equal template.
 */
public final class TemplateWriter {

  /** Starts a writer. */
  public TemplateWriter() {}

  /**
   * Writes a template.
   *
   * @param template the template
   * @return YAML that ends with a line break
   * @throws IllegalArgumentException if a timeout is not in whole seconds, or a wait not in whole
   *     milliseconds, or one is negative: Tasker Core has no way to say that
   */
  public String write(TaskTemplate template) {
    return new YamlText().document(new TemplateLayout().lay(template));
  }

  /**
   * Returns a template as the data that {@link #write} writes, for those who write it as JSON.
   *
   * @param template the template
   * @return the keys in the order they are written, with maps, lists, texts, numbers, booleans and
   *     null as values; unmodifiable
   * @throws IllegalArgumentException as {@link #write} does
   */
  public Map<String, Object> data(TaskTemplate template) {
    Map<String, Object> keys = new TemplateLayout().lay(template);
    keys.put("version", template.version());
    return Collections.unmodifiableMap(keys);
  }
}
