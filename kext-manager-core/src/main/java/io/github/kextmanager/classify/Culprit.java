package io.github.kextmanager.classify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which kext is to blame, where it is known and another one than was asked for.
 *
 * <p>There are two ways to know: a message speaks of one kext and blames another, as that of a
 * missing library does; or a message blames a kext, and a command in the text, or the one that was
 * run, asked for others.
 */
final class Culprit {
  private final List<Finding> findings;
  private final Asked asked;
  private final Map<BundleIdentifier, Set<String>> bundles;

  Culprit(List<Finding> findings, Asked asked) {
    this.findings = findings;
    this.asked = asked.and(findings);
    this.bundles =
        findings.stream()
            .flatMap(Culprit::places)
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  /** Where a message says that a kext lies. */
  private static Stream<Map.Entry<BundleIdentifier, String>> places(Finding finding) {
    return finding.captures().stream()
        .filter(capture -> capture.slot() == Slot.PATH)
        .flatMap(
            path ->
                finding.captures().stream()
                    .filter(capture -> capture.slot() == Slot.ID || capture.slot() == Slot.SUBJECT)
                    .map(id -> Map.entry(identifier(id), bundleName(path.text()))));
  }

  /** The kext to blame for what decided. */
  Optional<Mention<BundleIdentifier>> of(Category category) {
    List<Finding> decisive =
        findings.stream()
            .filter(finding -> finding.means(category))
            .sorted(Comparator.comparing((Finding finding) -> finding.rule().weight()).reversed())
            .toList();
    List<Mention<BundleIdentifier>> blamed = new ArrayList<>();
    List<Mention<BundleIdentifier>> libraries = new ArrayList<>();
    for (Finding finding : decisive) {
      for (Capture capture : finding.captures()) {
        Evidence line = finding.lineOf(capture);
        if (capture.slot() == Slot.CULPRIT) {
          libraries.add(new Mention<>(identifier(capture), line));
        } else {
          named(capture).forEach(one -> blamed.add(new Mention<>(one, line)));
        }
      }
    }
    if (blamed.isEmpty()) {
      blamed.addAll(subjects());
    }
    boolean strangersOnly =
        !blamed.isEmpty() && blamed.stream().allMatch(one -> isAnother(one.value()));
    return Stream.concat(strangersOnly ? blamed.stream() : Stream.empty(), libraries.stream())
        .filter(one -> !isAsked(one.value()))
        .findFirst();
  }

  /**
   * The kexts that messages are about of which the lines that decide say nothing but what is wrong.
   */
  private List<Mention<BundleIdentifier>> subjects() {
    return findings.stream()
        .flatMap(
            finding ->
                finding.captures().stream()
                    .filter(capture -> capture.slot() == Slot.SUBJECT)
                    .map(capture -> new Mention<>(identifier(capture), finding.lineOf(capture))))
        .toList();
  }

  private static List<BundleIdentifier> named(Capture capture) {
    return switch (capture.slot()) {
      case ID, SUBJECT -> List.of(identifier(capture));
      case IDS -> IdentifierList.of(capture.text());
      case KEXT, NAME ->
          Slot.isReverseDomainName(capture.text()) && !Slot.isBundlePath(capture.text())
              ? List.of(identifier(capture))
              : List.of();
      default -> List.of();
    };
  }

  private boolean isAsked(BundleIdentifier identifier) {
    return asked.identifiers().contains(identifier)
        || asked.bundles().stream().anyMatch(bundle -> isIn(identifier, bundle));
  }

  /** Whether a kext is known to be none of those that were asked for. */
  private boolean isAnother(BundleIdentifier identifier) {
    if (isAsked(identifier)) {
      return false;
    }
    if (asked.bundles().isEmpty()) {
      return !asked.identifiers().isEmpty();
    }
    return bundles.containsKey(identifier) || asked.bundles().stream().allMatch(this::isIdentified);
  }

  /** Whether the text tells which identifier a bundle has. */
  private boolean isIdentified(String bundle) {
    Set<BundleIdentifier> known = new HashSet<>(bundles.keySet());
    findings.stream()
        .flatMap(finding -> finding.captures().stream())
        .flatMap(capture -> named(capture).stream())
        .forEach(known::add);
    return known.stream().anyMatch(identifier -> isIn(identifier, bundle));
  }

  private boolean isIn(BundleIdentifier identifier, String bundle) {
    if (bundles.containsKey(identifier)) {
      return bundles.getOrDefault(identifier, Set.of()).contains(bundle);
    }
    return KextName.ofBundle(bundle).isSame(KextName.ofIdentifier(identifier.value()));
  }

  private static BundleIdentifier identifier(Capture capture) {
    return BundleIdentifier.reported(capture.text());
  }

  private static String bundleName(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
