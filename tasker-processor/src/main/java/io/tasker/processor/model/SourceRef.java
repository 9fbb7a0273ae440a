package io.tasker.processor.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in the user's source, by names only: a type and, as far as known, a method, a parameter,
 * an annotation, its member and the item of an array. An element kept from an earlier round loses
 * its position in javac, so a place is looked up anew when something is printed there.
 *
 * @param type the qualified name of the type; empty for a problem without a place
 * @param method the method with its erased parameter types, or empty
 * @param parameter the index of the parameter, or -1
 * @param annotation the qualified name of an annotation, or empty
 * @param member the member of the annotation, or empty
 * @param item the index in an array value, or -1
 */
public record SourceRef(
    String type, String method, int parameter, String annotation, String member, int item)
    implements Comparable<SourceRef> {

  private static final String MODULE = "module ";

  /** No place: for problems of the whole compilation. */
  public static final SourceRef NOWHERE = new SourceRef("", "", -1, "", "", -1);

  private static final Comparator<SourceRef> ORDER =
      Comparator.comparing((SourceRef ref) -> ref.type)
          .thenComparing(SourceRef::method)
          .thenComparingInt(SourceRef::parameter)
          .thenComparing(SourceRef::annotation)
          .thenComparing(SourceRef::member)
          .thenComparingInt(SourceRef::item);

  /** Checks that nothing is null. */
  public SourceRef {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(annotation, "annotation");
    Objects.requireNonNull(member, "member");
  }

  /** Returns the place of a type. */
  public static SourceRef type(String qualifiedName) {
    return new SourceRef(qualifiedName, "", -1, "", "", -1);
  }

  /** Returns the place of a module declaration. */
  public static SourceRef module(String name) {
    return type(MODULE + name);
  }

  /** Returns whether this is the place of a module declaration. */
  public boolean isModule() {
    return type.startsWith(MODULE);
  }

  /** Returns the name of the module. */
  public String moduleName() {
    return type.substring(MODULE.length());
  }

  /** Returns the place of a method of this type. */
  public SourceRef inMethod(String signature) {
    return new SourceRef(type, signature, -1, "", "", -1);
  }

  /** Returns the place of a parameter of this method. */
  public SourceRef atParameter(int index) {
    return new SourceRef(type, method, index, "", "", -1);
  }

  /** Returns the place of an annotation on this element. */
  public SourceRef on(String annotationName) {
    return new SourceRef(type, method, parameter, annotationName, "", -1);
  }

  /** Returns the place of a member of this annotation. */
  public SourceRef value(String memberName) {
    return new SourceRef(type, method, parameter, annotation, memberName, -1);
  }

  /** Returns the place of an item of this array member. */
  public SourceRef item(int index) {
    return new SourceRef(type, method, parameter, annotation, member, index);
  }

  /** Returns whether a place is in this method. */
  public boolean contains(SourceRef part) {
    return type.equals(part.type) && method.equals(part.method);
  }

  /** Returns the place for a message: {@code com.acme.Orders.pay}. */
  public String shown() {
    return method.isEmpty() ? type : type + "." + method.substring(0, method.indexOf('('));
  }

  @Override
  public int compareTo(SourceRef other) {
    return ORDER.compare(this, other);
  }
}
