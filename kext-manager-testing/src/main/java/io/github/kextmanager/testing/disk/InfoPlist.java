package io.github.kextmanager.testing.disk;

import java.util.List;
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
   * A dictionary.
   *
   * @param key the key
   * @return the entries in the order of the file, or empty if there is none or it is no dictionary
   */
  public Optional<Map<String, Object>> dictionary(String key) {
    return value(key).filter(Map.class::isInstance).map(value -> texts((Map<?, ?>) value));
  }

  /**
   * An array.
   *
   * @param key the key
   * @return the elements, or empty if there is none or it is no array
   */
  public Optional<List<Object>> array(String key) {
    return value(key)
        .filter(List.class::isInstance)
        .map(value -> List.<Object>copyOf((List<?>) value));
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
    Map<String, Object> copy = new java.util.LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
