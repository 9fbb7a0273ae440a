package shop;

final class Steps {
  private Steps() {}

  record Size(@com.fasterxml.jackson.annotation.JsonProperty("n") int number) {}

  @io.tasker.annotation.Handler
  static Size one() {
    return new Size(1);
  }
}
