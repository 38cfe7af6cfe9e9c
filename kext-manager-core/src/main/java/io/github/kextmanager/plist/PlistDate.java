package io.github.kextmanager.plist;

import java.time.Instant;

/**
 * A date.
 *
 * @param value the moment
 */
public record PlistDate(Instant value) implements PlistValue {
  @Override
  public String kind() {
    return "date";
  }
}
