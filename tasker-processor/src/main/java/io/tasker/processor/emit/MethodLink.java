package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/** Writes a reference to a user's method in a comment. */
final class MethodLink {
  private MethodLink() {}

  /** Returns the link; one that doclint would take for a link to a constructor is plain code. */
  static CodeBlock of(ClassName owner, String method) {
    return owner.simpleName().equals(method)
        ? CodeBlock.of("{@code $T.$L}", owner, method)
        : CodeBlock.of("{@link $T#$L}", owner, method);
  }
}
