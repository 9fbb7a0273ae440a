package io.tasker.internal;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.Parameter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * The types as which handlers read a task's input. A schema lets pass what a Java type does not
 * hold, such as a whole number that is too large, or one with a fraction of zero; trying the types
 * tells so before a step has run.
 */
public final class InputTypes {
  private final JacksonCodec codec;
  private final Set<Reading> readings;

  /** One way to read the input; an empty field stands for all of it. */
  private record Reading(String field, JavaType type) {

    boolean isReference(Object input) {
      return field.isEmpty() && type.getRawClass().isInstance(input);
    }
  }

  private InputTypes(JacksonCodec codec, Set<Reading> readings) {
    this.codec = codec;
    this.readings = readings;
  }

  /**
   * Collects the types.
   *
   * @param handlers the handlers of steps that run in each task
   * @param codec the codec
   * @return the types
   */
  public static InputTypes of(Collection<HandlerDescriptor> handlers, JacksonCodec codec) {
    Set<Reading> readings = new LinkedHashSet<>();
    for (HandlerDescriptor handler : handlers) {
      for (Parameter<?> parameter : handler.parameters()) {
        if (parameter.source() == Parameter.Source.INPUT) {
          readings.add(new Reading(parameter.name(), codec.type(parameter.type().type())));
        }
      }
    }
    return new InputTypes(codec, readings);
  }

  /**
   * Returns whether an input needs no look, because all handlers take it as the object it is.
   *
   * @param input the input as it was submitted
   * @return true if none converts it
   */
  public boolean allTake(Object input) {
    return readings.stream().allMatch(reading -> reading.isReference(input));
  }

  /**
   * Tries all types. What is absent is left to the schema and to the step that misses it.
   *
   * @param input the input
   * @return all that does not fit, each with its place as in {@code cart_items[0].quantity: …}, in
   *     order; empty if all fits
   */
  public List<String> problems(JsonNode input) {
    Set<String> problems = new TreeSet<>();
    for (Reading reading : readings) {
      JsonNode value = reading.field().isEmpty() ? input : input.path(reading.field());
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      try {
        codec.read(value, reading.type());
      } catch (UnfitValueException e) {
        String place = place(reading.field(), e.path());
        problems.add(place.isEmpty() ? e.reason() : place + ": " + e.reason());
      }
    }
    return List.copyOf(problems);
  }

  private static String place(String field, String path) {
    boolean isNested = !field.isEmpty() && !path.isEmpty() && !path.startsWith("[");
    return field + (isNested ? "." : "") + path;
  }
}
