package io.github.kextmanager.classify;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The kexts that a change was asked for, as far as commands show them.
 *
 * @param identifiers those that were named by identifier
 * @param bundles the names of the bundles that were named by path, such as {@code Widget.kext}
 */
public record Asked(Set<BundleIdentifier> identifiers, Set<String> bundles) {
  /** Nobody knows for what. */
  static final Asked UNKNOWN = new Asked(Set.of(), Set.of());

  /** The options that name a kext by its identifier. */
  private static final Set<String> IDENTIFIER_OPTIONS =
      Set.of("-b", "-m", "-bundle-id", "--bundle-id", "--bundle-identifier");

  /** Takes unmodifiable copies of the sets. */
  public Asked {
    identifiers = Set.copyOf(identifiers);
    bundles = Set.copyOf(bundles);
  }

  /** What the words of a command name. */
  static Asked of(List<String> words) {
    Set<BundleIdentifier> identifiers = new HashSet<>();
    Set<String> bundles = new HashSet<>();
    String before = "";
    for (String word : words) {
      int sign = word.indexOf('=');
      String option = sign < 0 ? before : word.substring(0, sign);
      String value = word.substring(sign + 1);
      if (IDENTIFIER_OPTIONS.contains(option) && Slot.isIdentifier(value)) {
        identifiers.add(BundleIdentifier.reported(value));
      } else if (Slot.isBundlePath(value)) {
        bundles.add(bundleName(value));
      }
      before = word;
    }
    return new Asked(identifiers, bundles);
  }

  private static String bundleName(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** What else the commands in a text name that load or unload. */
  Asked and(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.captures().stream())
        .filter(Asked::isChange)
        .map(capture -> of(CommandWords.of(capture.text())))
        .reduce(this, Asked::and);
  }

  /** The absolute paths of the bundles that a command names, if it is one that loads or unloads. */
  static List<String> pathsIn(Capture command) {
    return isChange(command)
        ? CommandWords.of(command.text()).stream()
            .map(word -> word.substring(word.indexOf('=') + 1))
            .filter(word -> word.startsWith("/") && Slot.isBundlePath(word))
            .toList()
        : List.of();
  }

  private static boolean isChange(Capture capture) {
    return capture.slot() == Slot.ARGUMENTS
        || (capture.slot() == Slot.COMMAND
            && Request.ofSubcommand(capture.text().split("\\s", 2)[0]) != Request.OTHER);
  }

  private Asked and(Asked other) {
    return new Asked(union(identifiers, other.identifiers), union(bundles, other.bundles));
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }
}
