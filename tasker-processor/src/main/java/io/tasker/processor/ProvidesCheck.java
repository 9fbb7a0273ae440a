package io.tasker.processor;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.util.List;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A named module provides its generated handler module. This rule needs the compiler and runs in
 * the last round only: to ask for directives earlier makes javac complete a module whose provider
 * is not compiled yet.
 */
final class ProvidesCheck {
  private static final String SERVICE = "io.tasker.spi.HandlerModule";

  private final Elements elements;

  ProvidesCheck(Elements elements) {
    this.elements = elements;
  }

  void check(ClassName generated, Diagnostics diagnostics) {
    TypeElement type = elements.getTypeElement(generated.canonicalName());
    ModuleElement module = type == null ? null : elements.getModuleOf(type);
    if (module == null || module.isUnnamed() || provides(module, type)) {
      return;
    }
    diagnostics.report(
        Problem.error(
            Code.MISSING_PROVIDES,
            SourceRef.module(module.getQualifiedName().toString()),
            "module %s does not provide its generated handler module, so ServiceLoader will not find it."
                .formatted(module.getQualifiedName()),
            "fix: add  provides %s with %s;".formatted(SERVICE, generated.canonicalName())));
  }

  private static boolean provides(ModuleElement module, TypeElement generated) {
    List<ProvidesDirective> directives = ElementFilter.providesIn(module.getDirectives());
    return directives.stream()
        .filter(directive -> directive.getService().getQualifiedName().contentEquals(SERVICE))
        .anyMatch(directive -> directive.getImplementations().contains(generated));
  }
}
