package io.github.kextmanager.panic;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a panic that name a kext (xnu, OSKext.cpp, printSummary and printKextPanicLists; bsd
 * /kern/kmod.c up to 10.5, whose last loaded and unloaded kext are told behind their rows). The
 * kernel writes identifier, tabulator, version; an identifier may have blanks in it, a version too.
 * Where people pasted it the tabulator is often blanks.
 */
final class KextLine {
  /** The kernel keeps 63 characters of an identifier and of a version. */
  private static final int LONGEST = 1_000;

  private static final Pattern IN_BACKTRACE =
      Pattern.compile(
          "(dependency: )?(\\S.*?)\\(([^()]*)\\)(?:\\[([^\\]]*)\\])?"
              + "@(?:0x)?\\w+(?:(?:->|-&gt;)(?:0x)?\\w+)?");
  private static final Pattern STARTED = lastKext("loaded|started");
  private static final Pattern STOPPED = lastKext("unloaded|stopped");
  private static final Pattern LISTED =
      Pattern.compile("([^\\t:()]+)\\t\\s*(\\S.*)|([\\w.>|$@!-]*[.>|$@][\\w.!-]+) +(\\S.*)");
  private static final Pattern MOMENT = Pattern.compile(" - last (?:un)?loaded \\d+");
  private static final Pattern PLACE = Pattern.compile(" \\(addr [^)]*\\)");

  private KextLine() {}

  /**
   * A kext of the backtrace, or what such a kext links against.
   *
   * @param kext the kext
   * @param uuid which build of it
   * @param isDependency whether it is listed as the dependency of the one above
   */
  record InBacktrace(PanicKext kext, Optional<UUID> uuid, boolean isDependency) {}

  private static Pattern lastKext(String verb) {
    return Pattern.compile("last (?:" + verb + ") kext at \\d+: (.+ \\(addr [^)]*\\))");
  }

  static Optional<InBacktrace> inBacktrace(String line) {
    return match(IN_BACKTRACE, line)
        .map(
            match ->
                new InBacktrace(
                    kext(match.group(2), match.group(3)),
                    uuid(match.group(4)),
                    match.group(1) != null));
  }

  static Optional<PanicKext> lastStarted(String line) {
    return match(STARTED, line).flatMap(match -> listed(match.group(1)));
  }

  static Optional<PanicKext> lastStopped(String line) {
    return match(STOPPED, line).flatMap(match -> listed(match.group(1)));
  }

  /** Whether the row says of its kext that it was loaded, or unloaded, last. */
  static boolean isMarkedAsLast(String row) {
    return row.length() <= LONGEST && MOMENT.matcher(row).find();
  }

  /** A row of a list of kexts. */
  static Optional<PanicKext> listed(String row) {
    return match(LISTED, row)
        .map(
            match ->
                match.group(1) != null
                    ? kext(match.group(1), version(match.group(2)))
                    : kext(match.group(3), version(match.group(4))));
  }

  private static String version(String rest) {
    String withoutMoment = MOMENT.matcher(rest).replaceAll("");
    return PLACE.matcher(withoutMoment).replaceAll("").strip();
  }

  private static Optional<Matcher> match(Pattern pattern, String line) {
    return Optional.of(line)
        .filter(each -> each.length() <= LONGEST)
        .map(pattern::matcher)
        .filter(Matcher::matches);
  }

  static Optional<UUID> uuid(@Nullable String text) {
    return text != null && text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static PanicKext kext(String identifier, String version) {
    return new PanicKext(
        BundleIdentifier.reported(KernelAbbreviation.expand(identifier.strip())),
        new ReportedVersion(version));
  }
}
