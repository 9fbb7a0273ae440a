package io.tasker.processor.check;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.HandlerModel;
import io.tasker.processor.model.HandlerNames;
import io.tasker.processor.model.JavaType;
import io.tasker.processor.model.Located;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.ResultModel;
import io.tasker.processor.model.ScalarKind;
import io.tasker.processor.model.SourceRef;
import io.tasker.processor.model.StepSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models of handler classes without a compiler. */
public final class Models {
  private static final JavaType STRING =
      new JavaType(
          ClassName.get(String.class),
          new PayloadType.Scalar(ScalarKind.STRING),
          Optional.empty(),
          Set.of());

  private Models() {}

  /** Returns a bare class of handlers. */
  public static HandlerClass bare(String name, HandlerModel... handlers) {
    return new HandlerClass(
        ClassName.get("a", name),
        SourceRef.type("a." + name),
        HandlerClass.Origin.SOURCE,
        Optional.empty(),
        new StepSettings(List.of(), Optional.empty(), Optional.empty()),
        List.of(handlers),
        List.of(),
        List.of(),
        Set.of());
  }

  /** Returns a step of class {@code owner} that reads the results of others, all of them texts. */
  public static HandlerModel step(String owner, String name, String... upstream) {
    SourceRef at = SourceRef.type("a." + owner).inMethod(name);
    List<ParameterModel> parameters = new ArrayList<>();
    for (String step : upstream) {
      SourceRef place = at.atParameter(parameters.size());
      ParameterModel.Slot slot = new ParameterModel.Slot(step, STRING, false, place);
      parameters.add(
          new ParameterModel.Dependency(
              slot, new Located<>(step, place.value("value")), new Located<>("", place)));
    }
    Located<String> located = new Located<>(name, at);
    return new HandlerModel(
        at,
        owner,
        name,
        new HandlerNames(located, located, "", List.of(), ""),
        parameters,
        new ResultModel(STRING, STRING),
        new StepSettings(List.of(), Optional.empty(), Optional.empty()),
        Set.of());
  }
}
