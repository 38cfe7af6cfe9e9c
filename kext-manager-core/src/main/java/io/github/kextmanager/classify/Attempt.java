package io.github.kextmanager.classify;

import io.github.kextmanager.model.ToolName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command in a text that changes or tests something.
 *
 * @param line the line on which it stands
 * @param request what it asks for
 * @param kexts what it asks that for
 */
record Attempt(int line, Request request, Set<KextName> kexts) {
  /** The attempt that a line shows, if it shows one. */
  static Optional<Attempt> of(Finding finding) {
    return finding.captures().stream()
        .flatMap(capture -> requestOf(finding, capture).stream())
        .findFirst()
        .filter(request -> request != Request.OTHER)
        .map(request -> new Attempt(finding.firstLine().line(), request, kexts(finding)));
  }

  private static Optional<Request> requestOf(Finding finding, Capture capture) {
    List<String> words = CommandWords.of(capture.text());
    return switch (capture.slot()) {
      case COMMAND -> words.stream().findFirst().map(Request::ofSubcommand);
      case ARGUMENTS -> toolOf(finding).map(tool -> Request.of(tool, words));
      default -> Optional.empty();
    };
  }

  /** The tool, in one word: blanks do not count in wordings, and "kext load" is no command. */
  private static Optional<ToolName> toolOf(Finding finding) {
    String wording = finding.rule().wording().toString();
    return Stream.of(ToolName.KEXTLOAD, ToolName.KEXTUNLOAD, ToolName.KEXTUTIL)
        .filter(tool -> wording.startsWith(nameOf(tool)))
        .filter(tool -> finding.firstLine().text().contains(nameOf(tool)))
        .findFirst();
  }

  private static String nameOf(ToolName tool) {
    return tool.name().toLowerCase(Locale.ROOT);
  }

  private static Set<KextName> kexts(Finding finding) {
    return kexts(Asked.UNKNOWN.and(List.of(finding)));
  }

  /** What was asked for. */
  static Set<KextName> kexts(Asked asked) {
    return Stream.concat(
            asked.bundles().stream().map(KextName::ofBundle),
            asked.identifiers().stream().map(id -> KextName.ofIdentifier(id.value())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
