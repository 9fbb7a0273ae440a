package io.tasker.processor.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A handler method as written, right or wrong: the checks judge it.
 *
 * @param at the method
 * @param declaringClass the class as messages show it, without its package
 * @param methodName the name of the method
 * @param names what it is called
 * @param parameters the parameters in order
 * @param result what it returns
 * @param settings its other annotations
 * @param traits what its declaration says
 */
public record HandlerModel(
    SourceRef at,
    String declaringClass,
    String methodName,
    HandlerNames names,
    List<ParameterModel> parameters,
    ResultModel result,
    StepSettings settings,
    Set<Trait> traits)
    implements MethodModel {

  /** Copies the collections. */
  public HandlerModel {
    parameters = List.copyOf(parameters);
    traits = Set.copyOf(traits);
  }

  /** Returns the name of the step. */
  public String step() {
    return names.step().value();
  }

  /** Returns the key under which templates name the handler. */
  public String callable() {
    return names.callable().value();
  }

  @Override
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public JavaType returned() {
    return result.declared();
  }

  @Override
  public String noun() {
    return "handler method";
  }

  /** Returns what the signature makes of the step. */
  public StepKind kind() {
    if (result.form() instanceof ResultForm.Routes) {
      return StepKind.DECISION;
    }
    if (result.form() instanceof ResultForm.Plan) {
      return StepKind.BATCH_ANALYZER;
    }
    return parameters(ParameterModel.Slice.class).isEmpty()
        ? StepKind.STANDARD
        : StepKind.BATCH_WORKER;
  }

  /** Returns the steps a decision may choose, in order; none for other kinds. */
  public List<String> routes() {
    return result.form() instanceof ResultForm.Routes routes ? routes.steps() : List.of();
  }

  /** Returns whether this is the analyzer of a batch worker. */
  public boolean fansOutTo(String worker) {
    return settings.fanOut().filter(fanOut -> fanOut.worker().value().equals(worker)).isPresent();
  }

  /**
   * Returns whether the handler may say itself what its events tell, so that it need not be its
   * result.
   */
  public boolean publishesByHand() {
    return !parameters(ParameterModel.Publisher.class).isEmpty();
  }

  /** Returns the types of its parameters and of its result. */
  public Stream<JavaType> types() {
    Stream<JavaType> taken =
        parameters.stream()
            .map(
                parameter ->
                    parameter instanceof ParameterModel.Results results
                        ? results.element()
                        : parameter.slot().type());
    return Stream.concat(taken, Stream.of(result.value()));
  }

  /** Returns the parameters of one kind, in order. */
  public <T extends ParameterModel> List<T> parameters(Class<T> kind) {
    return parameters.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the steps this one names, the results it reads first. */
  public List<Located<String>> upstream() {
    List<Located<String>> steps =
        parameters(ParameterModel.Dependency.class).stream()
            .map(ParameterModel.Dependency::step)
            .collect(Collectors.toList());
    parameters(ParameterModel.Results.class).forEach(results -> steps.add(results.step()));
    steps.addAll(settings.after());
    return List.copyOf(steps);
  }

  /** Returns the method for messages, without its package: {@code Orders.pay(Cart, String)}. */
  public String signature() {
    return parameters.stream()
        .map(parameter -> TypeText.simple(parameter.slot().type().name()))
        .collect(Collectors.joining(", ", shown() + "(", ")"));
  }

  /** Returns the method for detail lines: {@code com.acme.Orders.pay(cart)}. */
  public String place(String parameter) {
    return at.type() + "." + methodName + "(" + parameter + ")";
  }
}
