package io.tasker.spi;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a handler is called, what it needs and what it produces. */
public final class HandlerDescriptor {

  /** The kind of step a handler makes, which its signature says. */
  public enum Kind {
    /** Anything else. */
    STANDARD,
    /** Returns {@code Decision}. */
    DECISION,
    /** Returns {@code BatchPlan}. */
    BATCH_ANALYZER,
    /** Takes {@code BatchSlice}. */
    BATCH_WORKER
  }

  private static final Pattern CONTEXT = Pattern.compile("[(, ]StepContext[,)]");

  private final Kind kind;
  private final List<String> routes;
  private final String callable;
  private final String step;
  private final String declaredAt;
  private final List<Parameter<?>> parameters;
  private final JsonType<?> result;
  private final String method;
  private final List<String> aliases;
  private final String resolver;
  private final boolean takesContext;

  private HandlerDescriptor(Builder builder) {
    this.kind = builder.kind;
    this.routes = builder.routes;
    this.callable = builder.callable;
    this.step = builder.step;
    this.declaredAt = Objects.requireNonNull(builder.declaredAt, "declaredAt");
    this.parameters = builder.parameters;
    this.result = Objects.requireNonNull(builder.result, "result");
    this.method = builder.method;
    this.aliases = builder.aliases;
    this.resolver = builder.resolver;
    this.takesContext =
        builder.takesContext == null ? isInSignature(declaredAt) : builder.takesContext;
  }

  // Code generated before there was a word for it; what has no list of types takes nothing else.
  private static boolean isInSignature(String declaredAt) {
    return declaredAt.indexOf('(') < 0 || CONTEXT.matcher(declaredAt).find();
  }

  /**
   * Starts a descriptor.
   *
   * @param callable the key under which templates name the handler
   * @param step the name of the step
   * @return a builder
   */
  public static Builder handler(String callable, String step) {
    return new Builder(callable, step);
  }

  /**
   * Returns the kind of step the handler makes.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the steps that a decision may choose.
   *
   * @return the step names in the order of the enum; empty for other kinds; unmodifiable
   */
  public List<String> routes() {
    return routes;
  }

  /**
   * Returns the key under which templates name the handler.
   *
   * @return the callable
   */
  public String callable() {
    return callable;
  }

  /**
   * Returns the name of the step.
   *
   * @return the step name
   */
  public String step() {
    return step;
  }

  /**
   * Returns the handler method for messages.
   *
   * @return for example {@code com.acme.Orders.validateCart(OrderRequest)}
   */
  public String declaredAt() {
    return declaredAt;
  }

  /**
   * Returns the parameters the runtime fills with values, in the order of the method; the context
   * is not one of them.
   *
   * @return the parameters
   */
  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /**
   * Returns the type of the result: without {@code CompletionStage} and {@code StepResult}, {@code
   * Void} for none. For a decision {@code Object}, for a batch analyzer the type of what it finds,
   * for a batch worker the type of the result of one batch.
   *
   * @return the type
   */
  public JsonType<?> result() {
    return result;
  }

  /**
   * Returns the name that selects this handler among those with the same callable.
   *
   * @return the method, or an empty string
   */
  public String method() {
    return method;
  }

  /**
   * Returns further callables of the handler.
   *
   * @return the aliases
   */
  public List<String> aliases() {
    return aliases;
  }

  /**
   * Returns the resolver a template must name.
   *
   * @return the resolver, or an empty string
   */
  public String resolver() {
    return resolver;
  }

  /**
   * Returns whether the handler is given the context, with which it can read any key of the step's
   * configuration and the result of any step above, whatever its parameters are.
   *
   * @return true if it is
   */
  public boolean takesContext() {
    return takesContext;
  }

  @Override
  public String toString() {
    return callable + " (" + declaredAt + ")";
  }

  /** Collects the parts of a descriptor. */
  public static final class Builder {
    private final String callable;
    private final String step;
    private Kind kind = Kind.STANDARD;
    private List<String> routes = List.of();
    private @Nullable String declaredAt;
    private List<Parameter<?>> parameters = List.of();
    private @Nullable JsonType<?> result;
    private String method = "";
    private List<String> aliases = List.of();
    private String resolver = "";
    private @Nullable Boolean takesContext;

    private Builder(String callable, String step) {
      this.callable = Objects.requireNonNull(callable, "callable");
      this.step = Objects.requireNonNull(step, "step");
    }

    /**
     * Makes the step a decision.
     *
     * @param steps the steps it may choose: the constants of the enum, in snake_case and in order
     * @return this builder
     */
    public Builder decision(String... steps) {
      this.kind = Kind.DECISION;
      this.routes = List.of(steps);
      return this;
    }

    /**
     * Makes the step a batch analyzer. The template names its worker.
     *
     * @return this builder
     */
    public Builder batchAnalyzer() {
      this.kind = Kind.BATCH_ANALYZER;
      return this;
    }

    /**
     * Makes the step a batch worker.
     *
     * @return this builder
     */
    public Builder batchWorker() {
      this.kind = Kind.BATCH_WORKER;
      return this;
    }

    /**
     * Sets the handler method for messages.
     *
     * @param signature for example {@code com.acme.Orders.validateCart(OrderRequest)}
     * @return this builder
     */
    public Builder declaredAt(String signature) {
      this.declaredAt = signature;
      return this;
    }

    /**
     * Sets the parameters.
     *
     * @param values the parameters in the order of the method
     * @return this builder
     */
    public Builder parameters(Parameter<?>... values) {
      this.parameters = List.of(values);
      return this;
    }

    /**
     * Sets the type of the result.
     *
     * @param type the type
     * @return this builder
     */
    public Builder result(JsonType<?> type) {
      this.result = type;
      return this;
    }

    /**
     * Sets the type of the result.
     *
     * @param type the class of the result, without type arguments
     * @return this builder
     */
    public Builder result(Class<?> type) {
      return result(JsonType.of(type));
    }

    /**
     * Sets the name that selects this handler among those with the same callable.
     *
     * @param name the method in templates
     * @return this builder
     */
    public Builder method(String name) {
      this.method = name;
      return this;
    }

    /**
     * Sets further callables.
     *
     * @param names the aliases
     * @return this builder
     */
    public Builder aliases(String... names) {
      this.aliases = List.of(names);
      return this;
    }

    /**
     * Sets the resolver a template must name.
     *
     * @param name the resolver
     * @return this builder
     */
    public Builder resolver(String name) {
      this.resolver = name;
      return this;
    }

    /**
     * Sets whether the handler is given the context. Without it, the signature says so.
     *
     * @param isTaken true if it is
     * @return this builder
     */
    public Builder takesContext(boolean isTaken) {
      this.takesContext = isTaken;
      return this;
    }

    /**
     * Returns the adapter of a handler that returns something.
     *
     * @param call calls it
     * @return the adapter
     * @throws NullPointerException if the method or the result type was not set
     */
    public StepAdapter calling(StepMethod call) {
      return new MethodAdapter(this, Objects.requireNonNull(call, "call"));
    }

    /**
     * Returns the adapter of a handler that returns nothing.
     *
     * @param call calls it
     * @return the adapter
     * @throws NullPointerException if the method or the result type was not set
     */
    public StepAdapter callingVoid(VoidStepMethod call) {
      Objects.requireNonNull(call, "call");
      return calling(
          invocation -> {
            call.call(invocation);
            return null;
          });
    }

    /**
     * Returns the descriptor.
     *
     * @return the descriptor
     * @throws NullPointerException if the method or the result type was not set
     */
    public HandlerDescriptor build() {
      return new HandlerDescriptor(this);
    }
  }
}
