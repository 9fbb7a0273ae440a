package io.tasker.template.problem;

/**
 * A place in a text file.
 *
 * @param line the line, the first one is 1
 * @param column the character within the line, the first one is 1
 */
public record Position(int line, int column) implements Comparable<Position> {

  /** Checks that both numbers count from 1. */
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line " + line + ", column " + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /**
   * Returns the position for messages.
   *
   * @return {@code line:column}
   */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
