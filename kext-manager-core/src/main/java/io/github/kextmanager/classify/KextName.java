package io.github.kextmanager.classify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the kext of a message can be known again in another message: {@code /tmp/Widget.kext} and
 * {@code com.example.driver.Widget} may be one; two identifiers are one only if they are equal.
 *
 * @param identifier the identifier, in lower case; empty if only a bundle is named
 * @param bundle the name of the bundle without its extension, in lower case and without blanks; of
 *     an identifier its last word, which is what most bundles are named after
 */
record KextName(String identifier, String bundle) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The kexts that a finding is about; not those that it blames. */
  static Set<KextName> of(Finding finding) {
    return finding.captures().stream()
        .flatMap(KextName::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<KextName> of(Capture capture) {
    return switch (capture.slot()) {
      case ID, SUBJECT -> Stream.of(ofIdentifier(capture.text()));
      case IDS ->
          IdentifierList.of(capture.text()).stream()
              .map(identifier -> ofIdentifier(identifier.value()));
      case KEXT, NAME, PATH ->
          Slot.isBundlePath(capture.text())
              ? Stream.of(ofBundle(capture.text()))
              : Slot.isIdentifier(capture.text())
                  ? Stream.of(ofIdentifier(capture.text()))
                  : Stream.empty();
      default -> Stream.empty();
    };
  }

  /** The name of a bundle, of which its path is known or its own name. */
  static KextName ofBundle(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return new KextName("", BLANKS.matcher(stem).replaceAll("").toLowerCase(Locale.ROOT));
  }

  /** The name of the kext with an identifier. */
  static KextName ofIdentifier(String identifier) {
    String name = identifier.toLowerCase(Locale.ROOT);
    return new KextName(name, name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether both may be one kext. */
  boolean isSame(KextName other) {
    if (identifier.isEmpty() || other.identifier.isEmpty()) {
      return bundle.equals(other.bundle)
          || bundle.equals(other.identifier)
          || identifier.equals(other.bundle);
    }
    return identifier.equals(other.identifier);
  }

  /** Whether any of some kexts may be one of others. */
  static boolean meet(Set<KextName> some, Set<KextName> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::isSame));
  }
}
