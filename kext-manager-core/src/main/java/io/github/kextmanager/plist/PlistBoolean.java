package io.github.kextmanager.plist;

/**
 * A boolean.
 *
 * @param value true or false
 */
public record PlistBoolean(boolean value) implements PlistValue {
  @Override
  public String kind() {
    return "boolean";
  }
}
