package io.github.kextmanager.testing.offline;

import java.util.Set;

/**
 * Which kexts come into a prelinked kernel.
 *
 * @param identifiers only these, if there are any
 * @param required for which starts it has to serve
 * @param takesLoaded whether kexts that are loaded come in too
 */
record CacheFilter(Set<String> identifiers, RequiredKexts required, boolean takesLoaded) {
  /** What an update asks for. */
  static CacheFilter ofUpdates() {
    var required = new RequiredKexts();
    required.take('l');
    return new CacheFilter(Set.of(), required, true);
  }
}
