package io.tasker.processor.read;

import io.tasker.processor.model.CallableIndex;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerClass.Origin;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateFile;
import io.tasker.processor.model.TemplateSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * Joins the classes that are compiled now with those compiled before, and all of them with the
 * templates, whose handlers may also be on the class path.
 */
public final class ModuleReader {
  private final HandlerClassReader reader;
  private final ClassPathHandlers classPath;

  /** Creates a reader for one round. */
  public ModuleReader(HandlerClassReader reader, ClassPathHandlers classPath) {
    this.reader = reader;
    this.classPath = classPath;
  }

  /**
   * Returns the module.
   *
   * @param now the classes that are compiled now
   * @param before all classes of the artifact that an earlier compilation knew
   * @param files the files of the template directories
   */
  public ModuleModel read(
      Collection<HandlerClass> now, List<TypeElement> before, List<TemplateFile> files) {
    Map<String, HandlerClass> classes = new TreeMap<>();
    now.forEach(each -> classes.put(each.at().type(), each));
    add(before, classes);
    ModuleModel module = new ModuleModel(List.copyOf(classes.values()));
    add(elsewhere(files, new CallableIndex(classes.values())), classes);
    CallableIndex callables = new CallableIndex(classes.values());
    return new ModuleModel(module.classes(), TemplateSet.of(files, callables));
  }

  private void add(List<TypeElement> compiled, Map<String, HandlerClass> classes) {
    for (TypeElement type : compiled) {
      classes.computeIfAbsent(
          type.getQualifiedName().toString(), name -> reader.read(type, Origin.CLASS_FILE));
    }
  }

  private List<TypeElement> elsewhere(List<TemplateFile> files, CallableIndex own) {
    TreeSet<String> unknown =
        files.stream()
            .flatMap(file -> file.draft().stream())
            .flatMap(draft -> draft.template().steps().stream())
            .map(step -> step.handler().callable())
            .filter(callable -> own.named(callable).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    List<TypeElement> types = new ArrayList<>();
    unknown.forEach(callable -> types.addAll(classPath.classes(callable)));
    return types;
  }
}
