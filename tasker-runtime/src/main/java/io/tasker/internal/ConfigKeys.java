package io.tasker.internal;

import io.tasker.spi.HandlerDescriptor;
import io.tasker.spi.Parameter;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration keys that a handler reads.
 *
 * @param names the keys its parameters name, ordered
 * @param isOpen true if it can read others, too, since it is given the context
 */
public record ConfigKeys(Set<String> names, boolean isOpen) {

  /**
   * Returns the keys of a handler.
   *
   * @param handler the handler
   * @return the keys
   */
  public static ConfigKeys of(HandlerDescriptor handler) {
    Set<String> names = new TreeSet<>();
    for (Parameter<?> parameter : handler.parameters()) {
      if (parameter.source() == Parameter.Source.CONFIG) {
        names.add(parameter.name());
      } else if (parameter.source() == Parameter.Source.API) {
        names.addAll(BaseUrl.keys(parameter.name()));
      }
    }
    return new ConfigKeys(names, handler.takesContext());
  }

  /**
   * Returns whether the handler can read a key.
   *
   * @param key the key
   * @return false if nothing reads it for certain
   */
  public boolean canRead(String key) {
    return isOpen || names.contains(key);
  }
}
