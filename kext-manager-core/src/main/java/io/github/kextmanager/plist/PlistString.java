package io.github.kextmanager.plist;

/**
 * A string.
 *
 * @param value the text
 */
public record PlistString(String value) implements PlistValue {
  @Override
  public String kind() {
    return "string";
  }
}
