package io.tasker.processor;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import javax.annotation.processing.Processor;

/**
 * Whether the annotations are claimed. A claim ends a warning of javac, and also the round once no
 * annotation is left: processors for all annotations that come later would not be asked.
 */
final class Claim {
  private static final String SERVICES = "META-INF/services/" + Processor.class.getName();

  private Claim() {}

  /** Returns whether a class loader has no more than one list of processors. */
  static boolean isSafe(ClassLoader processors) {
    try {
      // Of the path of processors alone: the compiler's own class path comes before it.
      Enumeration<URL> lists =
          processors instanceof URLClassLoader path
              ? path.findResources(SERVICES)
              : processors.getResources(SERVICES);
      return Collections.list(lists).size() <= 1;
    } catch (IOException e) {
      return false;
    }
  }
}
