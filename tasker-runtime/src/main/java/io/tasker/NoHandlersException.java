package io.tasker;

import java.util.List;

/** No handlers were found, which is most often a matter of the build. */
public final class NoHandlersException extends TaskerException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param findings what went wrong with single modules; empty if none was found at all
   */
  public NoHandlersException(List<String> findings) {
    super(message(findings));
  }

  private static String message(List<String> findings) {
    String message =
        """
        No step handlers found. Tasker finds them through generated HandlerModule classes; none is \
        on the class path. Usual causes:
          (1) the annotation processor io.tasker:tasker-processor did not run: it must be on the \
        processor path (<annotationProcessorPaths> in Maven, annotationProcessor in Gradle); since \
        JDK 23 javac runs none from the class path alone, unless told -proc:full;
          (2) a shaded jar lost META-INF/services: merge service files when shading;
          (3) module-info.java lacks 'provides io.tasker.spi.HandlerModule with ...'.""";
    return findings.isEmpty()
        ? message
        : message + "\nFound but unusable:\n  - " + String.join("\n  - ", findings);
  }
}
