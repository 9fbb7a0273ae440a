package io.tasker.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tasker.processor.model.HandlerClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that holds the input of a task whose steps read fields only: what a task needs
 * is in the constructor, and each field it can do without has a method.
 */
final class ClientInputClass {
  private static final TypeName FIELDS =
      ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), ClassName.OBJECT);

  private final ClassName name;
  private final List<ClientInput.Field> fields;
  private final NameAllocator variables;
  private final NameAllocator methods = new NameAllocator();

  ClientInputClass(HandlerClass owner, ClassName name, ClientInput.Fields input) {
    this.name = name;
    this.fields = input.fields();
    this.variables = new TakenNames(owner).allocator();
    variables.newName("fields");
    AccessorName.TAKEN.forEach(methods::newName);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The input of a task.\n")
            .addField(
                FieldSpec.builder(FIELDS, "fields", Modifier.PRIVATE, Modifier.FINAL)
                    .addJavadoc("The input by the names of its fields.\n")
                    .initializer("new $T<>()", ClassName.get(LinkedHashMap.class))
                    .build())
            .addMethod(constructor());
    fields.stream().filter(field -> !field.required()).map(this::with).forEach(type::addMethod);
    return type.build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Creates an input of what every task needs.\n");
    TreeSet<String> lints = new TreeSet<>();
    String gap = "\n";
    for (ClientInput.Field field : fields) {
      if (field.required()) {
        String variable = variables.newName(AccessorName.of(field.name()));
        constructor
            .addJavadoc(gap + "@param $L the field {@code $L}\n", variable, shown(field))
            .addParameter(type(field), variable)
            .addStatement("fields.put($S, $L)", field.name(), variable);
        lints.addAll(field.lints());
        gap = "";
      }
    }
    Lints.suppressing(lints).ifPresent(constructor::addAnnotation);
    return constructor.build();
  }

  private MethodSpec with(ClientInput.Field field) {
    String variable = variables.newName("value");
    MethodSpec.Builder with =
        MethodSpec.methodBuilder(methods.newName(AccessorName.of(field.name())))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                """
                Sets the field {@code $L}, which a task can do without.

                @param $L the value
                @return this input
                """,
                shown(field),
                variable)
            .returns(name)
            .addParameter(type(field), variable)
            .addStatement("fields.put($S, $L)", field.name(), variable)
            .addStatement("return this");
    Lints.suppressing(field.lints()).ifPresent(with::addAnnotation);
    return with.build();
  }

  private static TypeName type(ClientInput.Field field) {
    return field.type().orElse(ClassName.OBJECT);
  }

  /** Returns the name as Javadoc takes it. */
  private static String shown(ClientInput.Field field) {
    return field.name().replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}_. -]", "?");
  }
}
