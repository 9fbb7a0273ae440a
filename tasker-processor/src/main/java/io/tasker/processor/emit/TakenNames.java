package io.tasker.processor.emit;

import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that a generated variable or class must not take: where both could be meant, Java prefers
 * the variable to the class, and the nested class to one without a package.
 */
final class TakenNames {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?<![.\\p{javaJavaIdentifierPart}])"
              + "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private final Set<String> heads = new TreeSet<>(Set.of("java", "io"));

  /** Looks at how the types of a handler class begin. */
  TakenNames(HandlerClass owner) {
    heads.add(owner.name().simpleNames().get(0));
    addHeads(owner.name());
    owner
        .methods()
        .flatMap(method -> method.parameters().stream())
        .forEach(each -> addHeads(each.slot().type().name()));
    for (HandlerModel handler : owner.handlers()) {
      addHeads(handler.result().value().name());
    }
  }

  /** Returns an allocator that gives none of these names, and that nobody else has. */
  NameAllocator allocator() {
    NameAllocator allocator = new NameAllocator();
    heads.forEach(allocator::newName);
    return allocator;
  }

  private void addHeads(TypeName type) {
    Matcher head = HEAD.matcher(type.toString());
    while (head.find()) {
      heads.add(head.group());
    }
  }
}
