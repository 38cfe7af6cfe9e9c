package io.github.kextmanager.plist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary. Of a key that occurs twice the last value counts, as for Apple's own parsers.
 *
 * @param entries its entries, in the order in which they stand in the property list; equality does
 *     not look at the order
 */
public record PlistDict(Map<String, PlistValue> entries) implements PlistValue {
  /** Takes an unmodifiable copy that keeps the order. */
  public PlistDict {
    entries =
        entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return the value, whatever its kind, or empty
   */
  public Optional<PlistValue> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * The value of a key, if it is of one kind.
   *
   * @param key the key
   * @param kind the kind
   * @param <T> the kind
   * @return the value, or empty if there is none or one of another kind
   */
  public <T extends PlistValue> Optional<T> get(String key, Class<T> kind) {
    return get(key).filter(kind::isInstance).map(kind::cast);
  }

  @Override
  public String kind() {
    return "dict";
  }
}
