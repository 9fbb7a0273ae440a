package io.tasker.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Lays out long expressions the way people do. */
final class Chains {
  private Chains() {}

  /** Puts an initializer on the line after its field. */
  static CodeBlock onNextLine(CodeBlock expression) {
    return CodeBlock.builder().add("\n$>$>").add(expression).add("$<$<").build();
  }

  /** Adds a call to a chain, on a line of its own. */
  static void link(CodeBlock.Builder chain, CodeBlock call) {
    chain.add("\n$>$>").add(call).add("$<$<");
  }
}
