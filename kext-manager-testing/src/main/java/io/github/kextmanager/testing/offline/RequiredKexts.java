package io.github.kextmanager.testing.offline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which starts a cache has to serve, by the values of OSBundleRequired (kext_tools,
 * kextcache_main.c: {@code filterKextsForCache}).
 */
final class RequiredKexts {
  private static final Map<Character, String> VALUES =
      Map.of('l', "Local-Root", 'n', "Network-Root", 's', "Safe Boot");
  private static final Set<String> ALWAYS = Set.of("Root", "Console");

  private final Set<String> ofFolders = new TreeSet<>();
  private final Set<String> ofAll = new TreeSet<>();

  /** Takes a letter of the filters; a capital one is for named kexts too. False if it is none. */
  boolean take(char letter) {
    String value = VALUES.get(Character.toLowerCase(letter));
    if (value == null) {
      return false;
    }
    (Character.isUpperCase(letter) ? ofAll : ofFolders).add(value);
    return true;
  }

  Set<String> ofFolders() {
    return ofFolders;
  }

  Set<String> ofAll() {
    return ofAll;
  }

  /** Whether the filters let a kext through that was not named. */
  boolean demandsOfFolder(Optional<String> required) {
    return matches(required, !ofFolders.isEmpty() || !ofAll.isEmpty())
        || required.filter(ofFolders::contains).isPresent()
        || required.filter(ofAll::contains).isPresent();
  }

  /** Whether the filters let a kext through that was named. */
  boolean demandsNamed(Optional<String> required) {
    return matches(required, !ofAll.isEmpty()) || required.filter(ofAll::contains).isPresent();
  }

  private static boolean matches(Optional<String> required, boolean isFiltered) {
    return !isFiltered || required.filter(ALWAYS::contains).isPresent();
  }
}
