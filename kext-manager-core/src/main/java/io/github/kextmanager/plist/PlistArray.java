package io.github.kextmanager.plist;

import java.util.List;

/**
 * An array.
 *
 * @param values its elements, in order
 */
public record PlistArray(List<PlistValue> values) implements PlistValue {
  /** Takes an unmodifiable copy of the list. */
  public PlistArray {
    values = List.copyOf(values);
  }

  @Override
  public String kind() {
    return "array";
  }
}
