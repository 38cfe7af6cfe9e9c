package io.github.kextmanager.panic;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.panic.PanicReport.PanicLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a panic, as the kernel writes it (xnu, osfmk/kern/debug.c; OSKext.cpp, printSummary
 * and printKextPanicLists): up to xnu-6153 kexts are "loaded" last, later "started". The ends of
 * dependencies are printed since xnu-7195. A processor that hangs writes a first line of its own
 * (https://github.com/trulyspinach/SMCAMDProcessor/issues/94).
 */
final class PanicText {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "panic\\(cpu \\d+ caller \\S+\\).*|Panic\\(CPU \\d+, time \\d+\\): NMIPI for .*");
  private static final Pattern IN_BACKTRACE =
      Pattern.compile(
          "(dependency: )?(\\S+)\\(([^)]*)\\)(?:\\[([^\\]]*)\\])?@(?:0x)?\\w+(?:->(?:0x)?\\w+)?");
  private static final Pattern STARTED = lastKext("loaded|started");
  private static final Pattern STOPPED = lastKext("unloaded|stopped");
  private static final Pattern LISTED = Pattern.compile("(\\S+)[ \\t]+(\\S.*)");
  private static final Pattern BUILD = Pattern.compile("(?:OS|Mac OS) version:\\s*(\\S*)");
  private static final Pattern SESSION = Pattern.compile("Boot session UUID: ([0-9A-Fa-f-]{36})");
  private static final String LIST = "loaded kexts:";

  private final List<String> lines;

  PanicText(String text) {
    this.lines = text.lines().map(String::strip).toList();
  }

  private static Pattern lastKext(String verb) {
    return Pattern.compile(
        "last (?:" + verb + ") kext at \\d+: (\\S+)[ \\t]+(.*?) \\(addr \\S+, size \\d+\\)");
  }

  Optional<PanicLine> message() {
    for (int i = 0; i < lines.size(); i++) {
      if (MESSAGE.matcher(lines.get(i)).matches()) {
        return Optional.of(new PanicLine(i + 1, lines.get(i)));
      }
    }
    return Optional.empty();
  }

  List<BacktraceKext> backtrace() {
    List<BacktraceKext> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher match = IN_BACKTRACE.matcher(lines.get(i));
      if (match.matches()) {
        PanicKext kext = kext(match.group(2), match.group(3));
        if (match.group(1) == null) {
          found.add(new BacktraceKext(kext, uuid(match.group(4)), i + 1, List.of()));
        } else if (!found.isEmpty()) {
          found.add(with(found.remove(found.size() - 1), kext));
        }
      }
    }
    return found;
  }

  private static BacktraceKext with(BacktraceKext dependent, PanicKext dependency) {
    List<PanicKext> all = new ArrayList<>(dependent.dependencies());
    all.add(dependency);
    return new BacktraceKext(dependent.kext(), dependent.uuid(), dependent.line(), all);
  }

  Optional<PanicKext> lastStarted() {
    return last(STARTED);
  }

  Optional<PanicKext> lastStopped() {
    return last(STOPPED);
  }

  private Optional<PanicKext> last(Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(match -> kext(match.group(1), match.group(2)));
  }

  /** Whether the list of the loaded kexts begins, which is the last that the kernel writes. */
  boolean hasList() {
    return lines.contains(LIST);
  }

  /** Whether a whole line stands after that list, so that nothing of it is missing. */
  boolean goesOnAfterList() {
    return hasList() && endOfList() < lines.size() - 1;
  }

  List<PanicKext> loaded() {
    return lines.subList(startOfList(), endOfList()).stream()
        .map(LISTED::matcher)
        .filter(Matcher::matches)
        .map(match -> kext(match.group(1), match.group(2)))
        .toList();
  }

  private int startOfList() {
    return hasList() ? lines.indexOf(LIST) + 1 : lines.size();
  }

  /** The list goes on as long as there is an identifier, blank and version on each line. */
  private int endOfList() {
    int end = startOfList();
    while (end < lines.size() && isRow(lines.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isRow(String line) {
    Matcher match = LISTED.matcher(line);
    return match.matches() && match.group(1).matches("[\\w.>|$@!-]*[.>|$@][\\w.!-]+");
  }

  Optional<String> build() {
    for (int i = 0; i < lines.size(); i++) {
      Matcher match = BUILD.matcher(lines.get(i));
      if (match.matches()) {
        boolean below = match.group(1).isEmpty() && i + 1 < lines.size();
        return Optional.of(below ? lines.get(i + 1) : match.group(1)).filter(b -> !b.isEmpty());
      }
    }
    return Optional.empty();
  }

  Optional<UUID> bootSession() {
    return lines.stream()
        .map(SESSION::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(match -> uuid(match.group(1)));
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    return text != null && text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static PanicKext kext(String identifier, String version) {
    return new PanicKext(
        BundleIdentifier.reported(KernelAbbreviation.expand(identifier)),
        new ReportedVersion(version));
  }
}
