package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the loaded kexts {@code --show} and {@code --collection} leave: what is unloaded has no
 * rows here, and a kext of Apple is taken to be in the boot collection.
 *
 * @param states the load states
 * @param collections the collections, none for all
 */
record KextScope(Set<String> states, Set<String> collections) {
  private static final Set<String> STATES = Set.of("loaded", "unloaded", "all");
  private static final Set<String> COLLECTIONS =
      Set.of("boot", "sys", "system", "aux", "auxiliary", "codeless");

  static KextScope of(Given given) throws ArgumentException {
    return new KextScope(
        Set.copyOf(checked(given, "show", STATES)),
        Set.copyOf(checked(given, "collection", COLLECTIONS)));
  }

  private static List<String> checked(Given given, String option, Set<String> known)
      throws ArgumentException {
    List<String> values = given.last(option).stream().toList();
    Optional<String> unknown = values.stream().filter(value -> !known.contains(value)).findFirst();
    if (unknown.isPresent()) {
      throw new ArgumentException(
          "The value '%s' is invalid for '--%s <%s>'".formatted(unknown.get(), option, option));
    }
    return values;
  }

  boolean includes(KextInfo kext) {
    return !states.contains("unloaded")
        && (collections.isEmpty() || collections.stream().anyMatch(each -> holds(each, kext)));
  }

  private static boolean holds(String collection, KextInfo kext) {
    boolean ofApple = kext.identifier().filter(id -> id.startsWith("com.apple.")).isPresent();
    return switch (collection) {
      case "boot" -> ofApple;
      case "aux", "auxiliary" -> !ofApple;
      default -> false;
    };
  }
}
