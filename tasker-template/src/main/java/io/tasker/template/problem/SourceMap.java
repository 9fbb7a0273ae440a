package io.tasker.template.problem;

import java.util.Optional;

/** Where the parts of a template stand in its file. */
@FunctionalInterface
public interface SourceMap {

  /**
   * Returns where exactly this part stands: a scalar at its value, a mapping or list at its key, an
   * item at its beginning.
   *
   * @param path the place in the template
   * @return the position, or empty if the file does not have this part
   */
  Optional<Position> find(TemplatePath path);

  /**
   * Returns where a problem of this part is best shown.
   *
   * @param path the place in the template
   * @return the position of the part or, if the file does not have it, of what would hold it; empty
   *     if the template has no file
   */
  default Optional<Position> nearest(TemplatePath path) {
    Optional<Position> position = find(path);
    Optional<TemplatePath> holder = path.parent();
    while (position.isEmpty() && holder.isPresent()) {
      position = find(holder.get());
      holder = holder.get().parent();
    }
    return position;
  }

  /**
   * Returns the map of a template that was not read from a file.
   *
   * @return a map without positions
   */
  static SourceMap none() {
    return path -> Optional.empty();
  }
}
