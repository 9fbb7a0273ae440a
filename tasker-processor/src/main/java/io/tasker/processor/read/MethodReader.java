package io.tasker.processor.read;

import com.palantir.javapoet.ClassName;
import io.tasker.processor.diagnostic.Signatures;
import io.tasker.processor.model.MethodModel;
import io.tasker.processor.model.ParameterModel;
import io.tasker.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what handlers and subscribers have in common. */
final class MethodReader {

  /**
   * A method before anyone asked what it is for.
   *
   * @param at the method
   * @param from the package that must be able to name its types
   * @param declaringClass the class as messages show it, without its package
   * @param name the name of the method
   * @param parameters the parameters in order
   * @param traits what its declaration says
   */
  record Shape(
      SourceRef at,
      PackageElement from,
      String declaringClass,
      String name,
      List<ParameterModel> parameters,
      Set<MethodModel.Trait> traits) {}

  private final Elements elements;
  private final Types types;
  private final ParameterReader parameters;
  private final MethodTraits traits;

  MethodReader(
      Elements elements,
      Types types,
      Annotations annotations,
      JavaTypeReader javaTypes,
      TypeArguments arguments) {
    this.elements = elements;
    this.types = types;
    this.parameters = new ParameterReader(annotations, javaTypes, arguments);
    this.traits = new MethodTraits(elements, types, javaTypes);
  }

  Shape read(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    PackageElement from = elements.getPackageOf(owner);
    SourceRef at =
        SourceRef.type(owner.getQualifiedName().toString()).inMethod(Signatures.of(method, types));
    List<ParameterModel> read = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      read.add(parameters.read(parameter, at.atParameter(read.size()), from));
    }
    return new Shape(
        at,
        from,
        String.join(".", ClassName.get(owner).simpleNames()),
        method.getSimpleName().toString(),
        read,
        traits.of(method));
  }
}
