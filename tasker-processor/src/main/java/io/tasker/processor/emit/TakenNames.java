package io.tasker.processor.emit;

import com.palantir.javapoet.NameAllocator;
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

  private TakenNames() {}

  /** Returns an allocator that knows how the types of a handler class begin. */
  static NameAllocator allocator(HandlerClass owner) {
    Set<String> heads = new TreeSet<>(Set.of("java", "io"));
    heads.add(owner.name().simpleNames().get(0));
    addHeads(owner.name().toString(), heads);
    owner
        .methods()
        .flatMap(method -> method.parameters().stream())
        .forEach(each -> addHeads(each.slot().type().name().toString(), heads));
    for (HandlerModel handler : owner.handlers()) {
      addHeads(handler.result().value().name().toString(), heads);
    }
    NameAllocator allocator = new NameAllocator();
    heads.forEach(allocator::newName);
    return allocator;
  }

  private static void addHeads(String type, Set<String> heads) {
    Matcher head = HEAD.matcher(type);
    while (head.find()) {
      heads.add(head.group());
    }
  }
}
