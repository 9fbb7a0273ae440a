package io.tasker.spi;

/** A step adapter that keeps its descriptor: what adapters with a class of their own extend. */
public abstract class DescribedAdapter implements StepAdapter {
  private final HandlerDescriptor descriptor;

  /**
   * Creates an adapter.
   *
   * @param descriptor what the handler needs and produces
   * @throws NullPointerException if the method or the result type was not set
   */
  protected DescribedAdapter(HandlerDescriptor.Builder descriptor) {
    this.descriptor = descriptor.build();
  }

  @Override
  public final HandlerDescriptor descriptor() {
    return descriptor;
  }
}
