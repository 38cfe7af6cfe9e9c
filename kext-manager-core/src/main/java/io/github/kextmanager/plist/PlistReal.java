package io.github.kextmanager.plist;

/**
 * A real number.
 *
 * @param value the number, perhaps infinite or not a number
 */
public record PlistReal(double value) implements PlistValue {
  @Override
  public String kind() {
    return "real";
  }
}
