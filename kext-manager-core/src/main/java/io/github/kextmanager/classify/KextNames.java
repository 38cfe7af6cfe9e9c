package io.github.kextmanager.classify;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the kext of a message can be known again in another message: {@code /tmp/Widget.kext} and
 * {@code com.example.driver.Widget} share a name.
 */
final class KextNames {
  private KextNames() {}

  /** The names of the kexts that a finding is about; not those of the kexts that it blames. */
  static Set<String> of(Finding finding) {
    return finding.captures().stream()
        .flatMap(KextNames::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> of(Capture capture) {
    return switch (capture.slot()) {
      case ID, SUBJECT -> ofIdentifier(capture.text());
      case IDS ->
          IdentifierList.of(capture.text()).stream()
              .flatMap(identifier -> ofIdentifier(identifier.value()));
      case KEXT, NAME, PATH ->
          Slot.isBundlePath(capture.text())
              ? ofBundle(capture.text())
              : ofIdentifier(capture.text());
      default -> Stream.empty();
    };
  }

  /** The names of a bundle, of which its path is known or its own name. */
  static Stream<String> ofBundle(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return Stream.of(name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
  }

  /** The names of the kext with an identifier. */
  static Stream<String> ofIdentifier(String identifier) {
    String name = identifier.toLowerCase(Locale.ROOT);
    return Stream.of(name, name.substring(name.lastIndexOf('.') + 1)).filter(one -> !one.isEmpty());
  }
}
