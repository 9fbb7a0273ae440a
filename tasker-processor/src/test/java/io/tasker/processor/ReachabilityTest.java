package io.tasker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types that a native image must keep for reflection. */
class ReachabilityTest {
  private static final Pattern TYPE = Pattern.compile("\"type\": \"([^\"]+)\"");

  private static String metadata(Compilation compilation, String module) {
    return Compilations.resource(
        compilation, "META-INF/native-image/io.tasker/" + module + "/reachability-metadata.json");
  }

  private static Stream<String> types(String members) {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "shop.Steps",
                """
                package shop;
                import com.fasterxml.jackson.annotation.*;
                import io.tasker.annotation.*;
                import io.tasker.handler.*;
                import java.util.*;
                final class Steps {
                  record A(B b) {}
                  record B(List<Optional<C[]>> c, UUID id) {}
                  enum C { X }
                  record Box<T>(T value) {}
                  record Tree(List<Tree> children) {}
                  static class Base { public A getA() { return null; } }
                  static class Bean extends Base { public C c; }
                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
                  @JsonSubTypes({@JsonSubTypes.Type(Circle.class)})
                  interface Shape {}
                  record Circle(C c) implements Shape {}
                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
                  sealed interface Animal permits Cat, Dog {}
                  record Cat(Tree tree) implements Animal {}
                  record Dog(int n) implements Animal {}
                  static final class Made {
                    static final Cat CAT = null;
                    @JsonCreator static Made of(A a) { return new Made(); }
                    @JsonValue C c() { return C.X; }
                    void other(Dog dog) {}
                  }
                %s
                }
                """
                    .formatted(members)));
    return TYPE.matcher(metadata(compilation, "shop.ShopHandlerModule"))
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  @Test
  void metadata_namesPayloadsAndResources() throws IOException {
    Goldens.assertMatches(
        "reachability-metadata.json",
        metadata(
            Compilations.compile(Compilations.orders()), "com.acme.orders.OrdersHandlerModule"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Handler static A a() { return null; } | A B C",
        "@Handler static int a(@Input A a) { return 1; } | A B C",
        "@Handler static int a(@Input(\"c\") C c) { return 1; } | C",
        "@Handler static int a(@Config(\"c\") C c) { return 1; } | C",
        "@Handler static List<C> a() { return null; } @Handler static int b(@Depends(\"a\") C[] c) { return 1; } | C",
        "@Handler static Box<C> a() { return null; } | Box C",
        "@Handler static Map<String, ? extends C> a() { return null; } | C",
        "@Handler static Tree a() { return null; } | Tree",
        "@Handler static Bean a() { return null; } | A B Base Bean C",
        "@Handler static Shape a() { return null; } | C Circle Shape",
        "@Handler static Animal a() { return null; } | Animal Cat Dog Tree",
        "@Handler static Made a() { return null; } | A B C Made",
        // What stays in the process or is no class of the user's.
        "@Handler static int a(@Provided Bean bean, StepContext context) { return 1; } |",
        "@Handler static UUID a() { return null; } |"
      })
  void types_areThoseAMapperLooksInto(String handlers, String expected) {
    String[] names = expected == null ? new String[0] : expected.split(" ", -1);

    assertThat(types(handlers))
        .containsExactly(Stream.of(names).map(name -> "shop.Steps$" + name).toArray(String[]::new));
  }
}
