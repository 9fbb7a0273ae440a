package io.tasker.spi;

import io.tasker.handler.BatchResults;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java type with its type arguments, as a JSON mapper needs it. Two are equal if their types are.
 *
 * <pre>{@code
 * JsonType<Cart> cart = JsonType.of(Cart.class);
 * JsonType<List<Item>> items = new JsonType<>() {};
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {
  private final Type type;

  /** Captures {@code T} from the declaration of an anonymous subclass. */
  protected JsonType() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType declared)
        || declared.getRawType() != JsonType.class) {
      throw new IllegalStateException(
          getClass().getName() + " must extend JsonType<...> directly and name its type argument");
    }
    this.type = declared.getActualTypeArguments()[0];
  }

  private JsonType(Type type) {
    this.type = type;
  }

  /**
   * Returns the type of a class without type arguments.
   *
   * @param <T> the type
   * @param type the class; a primitive stands for itself
   * @return the type
   */
  public static <T> JsonType<T> of(Class<T> type) {
    return new Plain<>(Objects.requireNonNull(type, "type"));
  }

  static <T> JsonType<BatchResults<T>> batchResults(JsonType<T> element) {
    return new Plain<>(new BatchResultsOf(element.type()));
  }

  /**
   * Returns the Java type.
   *
   * @return a {@code Class} or a {@code ParameterizedType}, or an array of one of these
   */
  public final Type type() {
    return type;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof JsonType<?> that && type.equals(that.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }

  private static final class Plain<T> extends JsonType<T> {
    Plain(Type type) {
      super(type);
    }
  }

  private record BatchResultsOf(Type element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return BatchResults.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }

    @Override
    public String getTypeName() {
      return BatchResults.class.getName() + "<" + element.getTypeName() + ">";
    }
  }
}
