package io.github.kextmanager.testing.panic;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UUIDs that follow from what they are for, so that equal Macs write equal reports. */
final class SteadyUuid {
  private SteadyUuid() {}

  static UUID of(String what, Object which) {
    return UUID.nameUUIDFromBytes((what + " " + which).getBytes(StandardCharsets.UTF_8));
  }
}
