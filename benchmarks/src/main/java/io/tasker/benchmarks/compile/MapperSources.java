package io.tasker.benchmarks.compile;

/** Files of ten mappers, each from the record before it to its own. */
final class MapperSources implements SourceWriter {

  @Override
  public String className(int file) {
    return "Mappers" + file;
  }

  @Override
  public String declaration(int file) {
    return "public final class Mappers" + file;
  }

  @Override
  public String member(int number, boolean isFirst) {
    return """
        @org.mapstruct.Mapper
        public interface Step%1$d {
          P%1$d map(%2$s above);
        }
      """
            .formatted(number, isFirst ? "Source" : "P" + (number - 1))
        + (isFirst
            ? "  public record Source(String name, long amount, java.util.List<String> tags) {}\n"
            : "");
  }
}
