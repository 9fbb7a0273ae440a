package io.tasker.internal;

/** Says that the application gave an engine no service of a type. */
public final class MissingService {
  private MissingService() {}

  /**
   * Returns what to do.
   *
   * @param reader who asks for the service, for people
   * @param type the type of the service
   * @return one sentence
   */
  public static String text(String reader, Class<?> type) {
    // Null for a local class only, which no handler can name.
    String name = type.getCanonicalName() == null ? type.getName() : type.getCanonicalName();
    return "%s needs the service %s: provide(%s.class, ...) when building the engine"
        .formatted(reader, name, type.getSimpleName());
  }
}
