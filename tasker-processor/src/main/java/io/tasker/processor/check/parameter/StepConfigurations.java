package io.tasker.processor.check.parameter;

import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.StepOverride;
import io.tasker.template.problem.TemplatePath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The values a template gives to a configuration key of a step, those of environments included. */
final class StepConfigurations {
  private static final String EVERY_STEP = "ALL";

  /** A value and where it stands. */
  record Written(@Nullable Object value, TemplatePath path) {

    /** Returns the value as the judge of JSON values takes it. */
    @Nullable Object json() {
      return StepConfigurations.json(value);
    }

    /** Returns what kind of value it is; the value itself may be a secret. */
    String inWords() {
      if (value instanceof Map) {
        return "an object";
      }
      if (value instanceof List) {
        return "a list";
      }
      if (value instanceof Number) {
        return "a number that does not fit";
      }
      return value == null ? "null" : value instanceof String ? "a text" : "a boolean";
    }
  }

  private StepConfigurations() {}

  static List<Written> of(Usage usage, String key) {
    List<Written> written = new ArrayList<>();
    forEach(usage, (initialization, handler) -> add(written, initialization, handler, key));
    return written;
  }

  private static void forEach(Usage usage, BiConsumer<Map<String, Object>, TemplatePath> action) {
    action.accept(
        usage.step().definition().handler().initialization(), usage.step().path().key("handler"));
    TemplatePath environments = TemplatePath.root().key("environments");
    usage
        .template()
        .environments()
        .forEach(
            (environment, overrides) -> {
              TemplatePath steps = environments.key(environment).key("steps");
              for (int i = 0; i < overrides.size(); i++) {
                StepOverride override = overrides.get(i);
                if (override.step().equals(EVERY_STEP)
                    || override.step().equals(usage.step().name())) {
                  action.accept(override.initialization(), steps.item(i).key("handler"));
                }
              }
            });
  }

  /** Returns the keys a template gives to a step, each with its first place. */
  static Map<String, TemplatePath> keys(Usage usage) {
    Map<String, TemplatePath> keys = new TreeMap<>();
    forEachKey(usage, keys::putIfAbsent);
    return keys;
  }

  /** Takes each place at which a template gives a key to a step. */
  static void forEachKey(Usage usage, BiConsumer<String, TemplatePath> action) {
    forEach(
        usage,
        (initialization, handler) ->
            initialization
                .keySet()
                .forEach(key -> action.accept(key, handler.key("initialization").key(key))));
  }

  private static void add(
      List<Written> written, Map<String, Object> initialization, TemplatePath handler, String key) {
    if (initialization.containsKey(key)) {
      written.add(new Written(initialization.get(key), handler.key("initialization").key(key)));
    }
  }

  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), json(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(json(item)));
      return copy;
    }
    if (value instanceof Integer || value instanceof Long) {
      return BigInteger.valueOf(((Number) value).longValue());
    }
    return value instanceof Number number && !(value instanceof BigInteger)
        ? new BigDecimal(number.toString())
        : value;
  }
}
