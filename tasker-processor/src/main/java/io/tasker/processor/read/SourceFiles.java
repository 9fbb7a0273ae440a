package io.tasker.processor.read;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/** Knows which file a type was read from, where the compiler tells. */
public final class SourceFiles {
  private final ProcessingEnvironment environment;
  private final Optional<Method> fileOf;
  private final Map<TypeElement, Boolean> auxiliary = new HashMap<>();
  private final Map<TypeElement, Boolean> compiled = new HashMap<>();

  /** Creates the files of one run of the compiler. */
  public SourceFiles(ProcessingEnvironment environment) {
    this.environment = environment;
    this.fileOf = fileOf();
  }

  /**
   * Returns whether a type is in a source file that is named after another one, so that naming it
   * elsewhere raises a lint.
   */
  boolean isAuxiliary(TypeElement type) {
    return auxiliary.computeIfAbsent(outermost(type), this::isNamedAfterAnother);
  }

  /** Returns whether a type comes from a class file, as far as the compiler tells. */
  boolean isCompiled(TypeElement type) {
    return compiled.computeIfAbsent(outermost(type), this::isRead);
  }

  private boolean isRead(TypeElement outermost) {
    Optional<JavaFileObject> file = of(outermost);
    // Trees know the files of sources only.
    return file.isEmpty()
        ? fileOf.isEmpty() && hasTrees()
        : file.get().getKind() == JavaFileObject.Kind.CLASS;
  }

  private boolean hasTrees() {
    try {
      return Trees.instance(environment) != null;
    } catch (IllegalArgumentException | LinkageError e) {
      return false;
    }
  }

  private boolean isNamedAfterAnother(TypeElement outermost) {
    return of(outermost)
        .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
        .filter(file -> !file.isNameCompatible(name(outermost), JavaFileObject.Kind.SOURCE))
        .isPresent();
  }

  static TypeElement outermost(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
  }

  private static String name(TypeElement type) {
    return type.getSimpleName().toString();
  }

  private Optional<JavaFileObject> of(TypeElement type) {
    if (fileOf.isEmpty()) {
      return ofTree(type);
    }
    try {
      return Optional.ofNullable(
          (JavaFileObject) fileOf.get().invoke(environment.getElementUtils(), type));
    } catch (IllegalAccessException | InvocationTargetException e) {
      // Compilers need not tell.
      return Optional.empty();
    }
  }

  private static Optional<Method> fileOf() {
    try {
      // Since JDK 18; this is compiled for 17.
      return Optional.of(Elements.class.getMethod("getFileObjectOf", Element.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private Optional<JavaFileObject> ofTree(TypeElement type) {
    try {
      TreePath path = Trees.instance(environment).getPath(type);
      return Optional.ofNullable(path).map(found -> found.getCompilationUnit().getSourceFile());
    } catch (IllegalArgumentException | LinkageError e) {
      // Another compiler than javac has no trees, or a build tool stands between.
      return Optional.empty();
    }
  }
}
