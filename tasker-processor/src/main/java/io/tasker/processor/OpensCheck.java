package io.tasker.processor;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A named module lets Jackson into its payload types. This rule needs the compiler and runs in the
 * last round only, for the reason that {@link ProvidesCheck} has.
 */
final class OpensCheck {
  private static final String JACKSON = "tools.jackson.databind";

  private final Elements elements;

  OpensCheck(Elements elements) {
    this.elements = elements;
  }

  /**
   * Checks the module of a generated class.
   *
   * @param payloads the binary names of the payload types
   */
  void check(ClassName generated, Collection<String> payloads, Diagnostics diagnostics) {
    TypeElement type = elements.getTypeElement(generated.canonicalName());
    ModuleElement module = type == null ? null : elements.getModuleOf(type);
    if (module == null || module.isUnnamed() || module.isOpen()) {
      return;
    }
    Map<String, List<String>> closed = new TreeMap<>();
    payloads.stream()
        .map(name -> elements.getTypeElement(name.replace('$', '.')))
        .filter(Objects::nonNull)
        .filter(payload -> module.equals(elements.getModuleOf(payload)))
        .filter(payload -> isClosed(payload, module))
        .forEach(
            payload ->
                closed
                    .computeIfAbsent(packageOf(payload), name -> new ArrayList<>())
                    .add(payload.getSimpleName().toString()));
    closed.forEach((name, types) -> diagnostics.report(problem(module, name, types)));
  }

  private boolean isClosed(TypeElement payload, ModuleElement module) {
    // Constants are found without being looked into, and an interface has nothing of its own.
    boolean isLookedInto =
        payload.getKind() == ElementKind.RECORD || payload.getKind() == ElementKind.CLASS;
    PackageElement owner = elements.getPackageOf(payload);
    boolean isOpen =
        ElementFilter.opensIn(module.getDirectives()).stream()
            .anyMatch(opens -> opens.getPackage().equals(owner) && isFor(opens.getTargetModules()));
    boolean isExported =
        ElementFilter.exportsIn(module.getDirectives()).stream()
            .anyMatch(
                exports -> exports.getPackage().equals(owner) && isFor(exports.getTargetModules()));
    return isLookedInto && !isOpen && !(isExported && isPublic(payload));
  }

  private static boolean isFor(@Nullable List<? extends ModuleElement> targets) {
    return targets == null
        || targets.stream().anyMatch(target -> target.getQualifiedName().contentEquals(JACKSON));
  }

  private static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private String packageOf(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  private static Problem problem(ModuleElement module, String packageName, List<String> types) {
    return Problem.error(
        Code.MISSING_OPENS,
        SourceRef.module(module.getQualifiedName().toString()),
        "module %s does not open package %s to Jackson, which cannot read or write %s then."
            .formatted(module.getQualifiedName(), packageName, String.join(", ", types)),
        "fix: add  opens %s to %s;".formatted(packageName, JACKSON));
  }
}
