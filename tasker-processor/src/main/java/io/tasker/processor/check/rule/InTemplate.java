package io.tasker.processor.check.rule;

import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.ModuleModel;
import io.tasker.processor.model.TemplateModel;
import io.tasker.processor.model.TemplateSet.Usage;
import io.tasker.template.problem.TemplatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What problems of templates have in common. */
public final class InTemplate {
  private InTemplate() {}

  /** Returns an error that lies in a file only: its headline begins with the place there. */
  public static Problem error(
      ModuleModel module,
      TemplateModel template,
      TemplatePath part,
      Code code,
      String headline,
      List<String> details) {
    return Problem.error(
        code, module.placeOf(template.file()), template.place(part) + ": " + headline, details);
  }

  /** Returns the line that says which template a problem in Java is about, and which others. */
  public static List<String> lines(List<Usage> usages) {
    List<String> lines = new ArrayList<>();
    lines.add("template: " + usages.get(0).place());
    if (usages.size() > 1) {
      lines.add(
          "also in: "
              + usages.stream().skip(1).map(Usage::place).collect(Collectors.joining(", ")));
    }
    return lines;
  }
}
