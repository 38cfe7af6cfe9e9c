package io.github.kextmanager.classify;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kexts that a change was asked for, as far as commands show them.
 *
 * @param identifiers those that were named by identifier
 * @param bundles the names of the bundles that were named by path, such as {@code Widget.kext}
 */
public record Asked(Set<BundleIdentifier> identifiers, Set<String> bundles) {
  /** Nobody knows for what. */
  static final Asked UNKNOWN = new Asked(Set.of(), Set.of());

  /** An option that names a kext by its identifier. */
  static final Pattern IDENTIFIER_OPTION =
      Pattern.compile("(?:^|\\s)(?:-b|-m|--?bundle-id|--bundle-identifier)[ =]([\\w.-]+)");

  private static final Pattern BUNDLE =
      Pattern.compile("([^/\\s\"'=]+\\.[kd]ext)(?=/?(?:[\"'\\s]|$))");

  /** Takes unmodifiable copies of the sets. */
  public Asked {
    identifiers = Set.copyOf(identifiers);
    bundles = Set.copyOf(bundles);
  }

  /** What the words of a command name. */
  static Asked of(List<String> words) {
    return of(String.join(" ", words));
  }

  private static Asked of(String command) {
    Set<BundleIdentifier> identifiers = new HashSet<>();
    Matcher identifier = IDENTIFIER_OPTION.matcher(command);
    while (identifier.find()) {
      identifiers.add(BundleIdentifier.reported(identifier.group(1)));
    }
    Set<String> bundles = new HashSet<>();
    Matcher bundle = BUNDLE.matcher(command);
    while (bundle.find()) {
      bundles.add(bundle.group(1));
    }
    return new Asked(identifiers, bundles);
  }

  /** What else the commands in a text name that load or unload. */
  Asked and(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.captures().stream())
        .filter(Asked::isChange)
        .map(capture -> of(capture.text()))
        .reduce(this, Asked::and);
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
