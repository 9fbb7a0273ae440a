package io.tasker.processor.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method that is called for domain events, as written, right or wrong: the checks judge it.
 *
 * @param at the method
 * @param declaringClass the class as messages show it, without its package
 * @param methodName the name of the method
 * @param patterns which events it wants
 * @param parameters the parameters in order
 * @param returned what it returns
 * @param isHandler whether the method claims to be a handler as well
 * @param traits what its declaration says
 */
public record SubscriberModel(
    SourceRef at,
    String declaringClass,
    String methodName,
    List<Located<String>> patterns,
    List<ParameterModel> parameters,
    JavaType returned,
    boolean isHandler,
    Set<Trait> traits)
    implements MethodModel {

  /** Copies the collections. */
  public SubscriberModel {
    patterns = List.copyOf(patterns);
    parameters = List.copyOf(parameters);
    traits = Set.copyOf(traits);
  }

  @Override
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public String noun() {
    return "subscriber method";
  }

  /** Returns the method for messages, without its package: {@code Audit.onPayment(DomainEvent)}. */
  public String signature() {
    return parameters.stream()
        .map(parameter -> TypeText.simple(parameter.slot().type().name()))
        .collect(Collectors.joining(", ", shown() + "(", ")"));
  }
}
