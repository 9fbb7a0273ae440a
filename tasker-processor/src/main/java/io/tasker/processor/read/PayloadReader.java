package io.tasker.processor.read;

import com.palantir.javapoet.TypeName;
import io.tasker.processor.model.PayloadType;
import io.tasker.processor.model.PayloadType.EnumType;
import io.tasker.processor.model.PayloadType.Field;
import io.tasker.processor.model.PayloadType.ListType;
import io.tasker.processor.model.PayloadType.MapType;
import io.tasker.processor.model.PayloadType.ObjectType;
import io.tasker.processor.model.PayloadType.Open;
import io.tasker.processor.model.PayloadType.OptionalType;
import io.tasker.processor.model.PayloadType.Reference;
import io.tasker.processor.model.PayloadType.Scalar;
import io.tasker.processor.model.PayloadType.Unresolved;
import io.tasker.processor.model.PayloadType.Unsupported;
import io.tasker.processor.model.PayloadType.VoidType;
import io.tasker.processor.model.Presence;
import io.tasker.processor.model.ScalarKind;
import io.tasker.processor.model.TypeText;
import io.tasker.processor.read.Accessors.Property;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the JSON shape of a type. */
final class PayloadReader {
  private static final Open OPEN = new Open();

  /** How often a type may contain itself with longer arguments: no type of people has more. */
  private static final int SAME_TYPE = 3;

  /** How deep types may nest: {@code T extends List<T>} has no end. */
  private static final int DEPTH = 100;

  private final LiveTypes liveTypes;
  private final PropertyReader properties;
  private final CreationReader creation;
  private final MapKeyReader mapKeys;
  private final UnseenNullable unseenNullable;
  private final Supertypes supertypes;
  private final LibraryTypes libraryTypes;
  private final Set<String> enclosing = new LinkedHashSet<>();
  private final SourceFiles files;
  private int depth;
  private boolean inCompiled;

  PayloadReader(Elements elements, Types types, SourceFiles files) {
    this.files = files;
    this.properties = new PropertyReader(types);
    this.supertypes = new Supertypes(types);
    this.liveTypes = new LiveTypes(supertypes);
    this.libraryTypes = new LibraryTypes(supertypes);
    this.creation = new CreationReader(types);
    this.mapKeys = new MapKeyReader(creation, supertypes);
    this.unseenNullable = new UnseenNullable(elements);
  }

  PayloadType read(TypeMirror type) {
    if (depth == DEPTH) {
      return OPEN;
    }
    depth++;
    PayloadType read = shape(type);
    depth--;
    return read;
  }

  private PayloadType shape(TypeMirror type) {
    return switch (type.getKind()) {
      case VOID -> new VoidType();
      case ARRAY -> array(((ArrayType) type).getComponentType());
      case DECLARED -> declared((DeclaredType) type);
      case ERROR -> absent(type);
      case TYPEVAR -> read(((TypeVariable) type).getUpperBound());
      case WILDCARD -> wildcard((WildcardType) type);
      default -> type.getKind().isPrimitive() ? ScalarTypes.primitive(type.getKind()) : OPEN;
    };
  }

  /**
   * The compiler speaks of a type that a source names, and never of one that a class file names.
   */
  private PayloadType absent(TypeMirror type) {
    return inCompiled
        ? new Unsupported(
            TypeText.simple(TypeName.get(type)),
            "a class that is not on the class path",
            "add the library that has %s to the class path.".formatted(type),
            false)
        : new Unresolved();
  }

  private PayloadType wildcard(WildcardType type) {
    TypeMirror bound = type.getExtendsBound();
    return bound == null ? OPEN : read(bound);
  }

  private PayloadType array(TypeMirror component) {
    if (component.getKind() == TypeKind.BYTE) {
      return new Scalar(ScalarKind.BYTES);
    }
    return component.getKind() == TypeKind.CHAR
        ? new Scalar(ScalarKind.STRING)
        : new ListType(read(component));
  }

  private PayloadType declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    Optional<PayloadType> scalar = ScalarTypes.named(name);
    if (scalar.isPresent()) {
      return scalar.get();
    }
    if (name.equals("java.util.Optional")) {
      return new OptionalType(argument(type, 0));
    }
    Optional<Unsupported> inherited = libraryTypes.inherited(type);
    if (inherited.isPresent()) {
      return inherited.get();
    }
    Optional<DeclaredType> collection = supertypes.find(type, "java.util.Collection");
    Optional<DeclaredType> map = supertypes.find(type, "java.util.Map");
    if (collection.isPresent() || map.isPresent()) {
      Optional<Unsupported> obstacle = ContainerReader.obstacle(type);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    if (collection.isPresent()) {
      return new ListType(
          collection.get().getTypeArguments().isEmpty()
              ? OPEN
              : nullable(supertypes.argument(type, collection.get(), 0)));
    }
    if (map.isPresent()) {
      return map.get().getTypeArguments().isEmpty() ? OPEN : map(type, map.get());
    }
    return element.getKind() == ElementKind.ENUM ? enumeration(element) : object(type, name);
  }

  private PayloadType map(DeclaredType type, DeclaredType map) {
    return mapKeys
        .obstacle(map)
        .<PayloadType>map(unsupported -> unsupported)
        .orElseGet(
            () ->
                new MapType(
                    key(map.getTypeArguments().get(0)),
                    nullable(supertypes.argument(type, map, 1)),
                    mapKeys.unwritable(map)));
  }

  /** Reads what the keys of a map stand for; objects among them have a text known to them alone. */
  private PayloadType key(TypeMirror type) {
    // As a key, a month is the enum it is.
    PayloadType key =
        type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM
            ? enumeration((TypeElement) declared.asElement())
            : read(type);
    return key instanceof Scalar || key instanceof EnumType ? key : OPEN;
  }

  private PayloadType argument(DeclaredType type, int index) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty() ? OPEN : nullable(arguments.get(index));
  }

  /** Reads a type within another one, where an annotation may let it be null. */
  private PayloadType nullable(TypeMirror type) {
    PayloadType read = read(type);
    return Annotations.isNullable(type) ? new OptionalType(read.present()) : read;
  }

  private static PayloadType enumeration(TypeElement element) {
    if (JacksonAnnotations.hasCustomShape(element)) {
      return OPEN;
    }
    return new EnumType(
        element.getQualifiedName().toString(),
        element.getEnclosedElements().stream()
            .filter(constant -> constant.getKind() == ElementKind.ENUM_CONSTANT)
            .map(JacksonAnnotations::constantName)
            .toList(),
        JacksonAnnotations.constantAliases(element));
  }

  private PayloadType object(DeclaredType type, String name) {
    TypeElement element = (TypeElement) type.asElement();
    // Some of these are sealed in newer JDKs, which is nothing to Jackson.
    if (JacksonAnnotations.hasCustomShape(element) || LibraryTypes.survives(name)) {
      return OPEN;
    }
    if (element.getKind() == ElementKind.RECORD) {
      return fields(type);
    }
    Optional<Unsupported> unsupported = liveTypes.find(type);
    if (unsupported.isPresent()) {
      return unsupported.get();
    }
    boolean isBean = element.getKind() == ElementKind.CLASS && !isOfLibrary(name);
    return isBean
        ? fields(type)
        : libraryTypes.unknown(type).<PayloadType>map(unknown -> unknown).orElse(OPEN);
  }

  /** Returns whether Jackson knows a type better than its members show. */
  static boolean isOfLibrary(String name) {
    return Stream.of("java.", "javax.", "tools.jackson.", "com.fasterxml.jackson.")
        .anyMatch(name::startsWith);
  }

  private PayloadType fields(DeclaredType type) {
    String key = TypeText.qualified(TypeName.get(type));
    String generic = ((TypeElement) type.asElement()).getQualifiedName() + "<";
    List<String> same = enclosing.stream().filter(name -> name.startsWith(generic)).toList();
    if (!enclosing.contains(key)
        && same.size() >= SAME_TYPE
        && key.length() > same.get(same.size() - 1).length()) {
      return growing(type);
    }
    if (!enclosing.add(key)) {
      return new Reference(key);
    }
    TypeElement owner = (TypeElement) type.asElement();
    boolean isRecord = owner.getKind() == ElementKind.RECORD;
    List<Property> found = isRecord ? properties.ofRecord(type) : properties.ofBean(type);
    boolean outer = inCompiled;
    // A type argument may be a type that another processor is about to write.
    inCompiled = type.getTypeArguments().isEmpty() && files.isCompiled(owner);
    List<Field> fields =
        found.stream()
            .map(property -> field(owner, property))
            .filter(PayloadReader::isOfInterest)
            .toList();
    inCompiled = outer;
    enclosing.remove(key);
    Optional<Unsupported> twice = DuplicateNames.find(type, fields);
    if (twice.isPresent()) {
      return twice.get();
    }
    // A class that shows no property has a shape of its own, known to Jackson alone.
    return fields.isEmpty() && !isRecord
        ? OPEN
        : new ObjectType(
            key,
            fields,
            isRecord
                ? unseenNullable.obstacle(type, found)
                : creation.obstacle(type, written(found, fields)));
  }

  private static List<Property> written(List<Property> properties, List<Field> fields) {
    Set<String> names =
        fields.stream()
            .filter(field -> field.presence().written())
            .map(Field::javaName)
            .collect(Collectors.toSet());
    return properties.stream().filter(property -> names.contains(property.name())).toList();
  }

  private static Unsupported growing(DeclaredType type) {
    return new Unsupported(
        TypeText.simple(TypeName.get(type)),
        "a type that contains itself with ever longer type arguments",
        "give %s within itself the type arguments it has."
            .formatted(type.asElement().getSimpleName()),
        false);
  }

  private static boolean isOfInterest(Field field) {
    Presence presence = field.presence();
    return presence.written() || presence.read() || presence.required();
  }

  private Field field(TypeElement owner, Property property) {
    List<Element> declarations = property.declarations();
    PayloadType read = nullable(property.type());
    boolean isOptional =
        read instanceof OptionalType
            || Annotations.isNullable(declarations.toArray(new Element[0]));
    boolean isOpen = !property.isOneType() || JacksonAnnotations.hasCustomShape(declarations);
    PayloadType present = isOpen ? OPEN : read.present();
    String jsonName = JacksonAnnotations.jsonName(property.name(), declarations);
    return new Field(
        property.name(),
        jsonName,
        isOptional ? new OptionalType(present) : present,
        TypeText.simple(TypeName.get(property.type())),
        PresenceReader.read(owner, property, jsonName, isOptional),
        JacksonAnnotations.aliases(declarations));
  }
}
