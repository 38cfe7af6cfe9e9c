package io.github.kextmanager.testing.disk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The information property list of a kext, as one processor architecture sees it: for a key that
 * begins with {@code OS} or {@code IO}, the value of {@code KEY_ARCHITECTURE} comes first.
 */
public final class InfoPlist {
  private final Map<String, Object> values;
  private final String architecture;

  private InfoPlist(Map<String, Object> values, String architecture) {
    this.values = values;
    this.architecture = architecture;
  }

  static InfoPlist parse(byte[] bytes, String architecture) throws InfoPlistSyntaxException {
    if (InfoPlistParser.parse(bytes) instanceof Map<?, ?> root) {
      return new InfoPlist(texts(root), architecture);
    }
    throw new InfoPlistSyntaxException("(unknown error)");
  }

  /**
   * A text.
   *
   * @param key the key
   * @return the value, or empty if there is none or it is no text
   */
  public Optional<String> string(String key) {
    return value(key).filter(String.class::isInstance).map(String.class::cast);
  }

  /**
   * Whether a key is there and true.
   *
   * @param key the key
   * @return true only for {@code <true/>}
   */
  public boolean isTrue(String key) {
    return value(key).filter(Boolean.TRUE::equals).isPresent();
  }

  /**
   * Whether a key is there.
   *
   * @param key the key
   * @return true if it has a value of any type
   */
  public boolean has(String key) {
    return value(key).isPresent();
  }

  /**
   * Whether a key is absent, or a text.
   *
   * @param key the key
   * @return false only for a value of another type
   */
  public boolean isTextIfPresent(String key) {
    return value(key).map(String.class::isInstance).orElse(true);
  }

  /**
   * Whether a key is absent, or a boolean.
   *
   * @param key the key
   * @return false only for a value of another type
   */
  public boolean isBooleanIfPresent(String key) {
    return value(key).map(Boolean.class::isInstance).orElse(true);
  }

  /**
   * A dictionary.
   *
   * @param key the key
   * @return the entries in the order of the file, or empty if there is none or it is no dictionary
   */
  public Optional<Map<String, Object>> dictionary(String key) {
    return value(key).filter(Map.class::isInstance).map(value -> texts((Map<?, ?>) value));
  }

  private Optional<Object> value(String key) {
    boolean mayDependOnArchitecture = key.startsWith("OS") || key.startsWith("IO");
    Optional<Object> special =
        mayDependOnArchitecture
            ? Optional.ofNullable(values.get(key + "_" + architecture))
            : Optional.empty();
    return special.or(() -> Optional.ofNullable(values.get(key)));
  }

  private static Map<String, Object> texts(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
