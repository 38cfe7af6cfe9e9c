package io.github.kextmanager.panic;

import io.github.kextmanager.panic.KextLine.InBacktrace;
import io.github.kextmanager.panic.PanicReport.Kernel;
import io.github.kextmanager.panic.PanicReport.PanicLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a panic, as the kernel writes it (xnu, osfmk/kern/debug.c, osfmk/arm/model_dep.c;
 * OSKext.cpp, printKextPanicLists): up to xnu-6153 kexts are "loaded" last, later "started". A
 * processor that hangs writes a first line of its own, without a time before 10.12
 * (https://github.com/acidanthera/AppleALC/issues/59,
 * https://github.com/trulyspinach/SMCAMDProcessor/issues/94).
 */
final class PanicText {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "panic\\(cpu \\d+ caller \\S+\\).*|Panic\\(CPU \\d+(?:, time \\d+)?\\): NMIPI for .*");
  private static final Pattern BUILD = Pattern.compile("(?:OS|Mac OS) version:\\s*(.*)");
  private static final String MACOS_OF_BRIDGE = "macOS version:";
  private static final Pattern BUILD_NUMBER = Pattern.compile("\\d+[A-Z]\\d+\\w*");
  private static final Pattern SESSION = Pattern.compile("Boot session UUID: ([0-9A-Fa-f-]{36})");
  private static final Pattern CALENDAR =
      Pattern.compile("Calendar: 0x([0-9a-f]{1,9}) 0x([0-9a-f]{1,8})");

  /** A kernel of macOS 26 wrote {@code loaded kexts: (skipped, see boot kernelcache)}. */
  private static final String LIST = "loaded kexts:";

  private static final String UNLOADED = "unloaded kexts:";

  private final List<String> lines;

  /** How many of the lines have an end. */
  private final int wholeLines;

  PanicText(String text) {
    this.lines = text.lines().map(String::strip).toList();
    this.wholeLines = text.endsWith("\n") ? lines.size() : Math.max(0, lines.size() - 1);
  }

  /** Of a line without an end nobody knows whether its last number is whole. */
  private <T> Optional<T> first(Function<String, Optional<T>> reading) {
    return lines.subList(0, wholeLines).stream().map(reading).flatMap(Optional::stream).findFirst();
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
      Optional<InBacktrace> line = KextLine.inBacktrace(lines.get(i));
      if (line.isPresent()) {
        add(line.get(), i + 1, found);
      }
    }
    return found;
  }

  private static void add(InBacktrace line, int number, List<BacktraceKext> found) {
    if (!line.isDependency()) {
      found.add(new BacktraceKext(line.kext(), line.uuid(), number, List.of()));
    } else if (!found.isEmpty()) {
      BacktraceKext dependent = found.remove(found.size() - 1);
      List<PanicKext> all = new ArrayList<>(dependent.dependencies());
      all.add(line.kext());
      found.add(new BacktraceKext(dependent.kext(), dependent.uuid(), dependent.line(), all));
    }
  }

  Optional<LastKext> lastStarted() {
    int start = startOfList();
    return last(KextLine::lastStarted, 0, lines.size())
        .or(() -> last(PanicText::markedAsLast, start, endOfWholeRows(start)));
  }

  Optional<LastKext> lastStopped() {
    int start = lines.indexOf(UNLOADED) + 1;
    return last(KextLine::lastStopped, 0, lines.size())
        .or(() -> last(PanicText::markedAsLast, start, start == 0 ? 0 : endOfRows(start)));
  }

  private Optional<LastKext> last(
      Function<String, Optional<PanicKext>> reading, int from, int end) {
    for (int i = from; i < end; i++) {
      Optional<PanicKext> kext = reading.apply(lines.get(i));
      if (kext.isPresent()) {
        return Optional.of(new LastKext(kext.get(), i + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<PanicKext> markedAsLast(String row) {
    return Optional.of(row).filter(KextLine::isMarkedAsLast).flatMap(KextLine::listed);
  }

  List<PanicKext> loaded() {
    int start = startOfList();
    return lines.subList(start, endOfWholeRows(start)).stream()
        .map(KextLine::listed)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Of a row without an end nobody knows whether its version is whole. */
  private int endOfWholeRows(int start) {
    return Math.max(start, Math.min(endOfRows(start), wholeLines));
  }

  /** Whether the list of the loaded kexts begins, which is the last that the kernel writes. */
  boolean hasList() {
    return lines.stream().anyMatch(PanicText::isList);
  }

  /** Whether a whole line stands after that list, so that nothing of it is missing. */
  boolean goesOnAfterList() {
    return hasList() && endOfRows(startOfList()) < wholeLines;
  }

  private int startOfList() {
    for (int i = 0; i < lines.size(); i++) {
      if (isList(lines.get(i))) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private static boolean isList(String line) {
    return line.equals(LIST) || line.startsWith(LIST + " (");
  }

  private int endOfRows(int start) {
    int end = start;
    while (end < lines.size() && KextLine.listed(lines.get(end)).isPresent()) {
      end++;
    }
    return end;
  }

  /** The kernel of a T2 chip says to which macOS it belongs, none else does. */
  Kernel kernel() {
    return lines.stream().anyMatch(line -> line.startsWith(MACOS_OF_BRIDGE))
        ? Kernel.BRIDGE_OS
        : Kernel.MACOS;
  }

  Optional<String> build() {
    Optional<String> printed =
        kernel() == Kernel.BRIDGE_OS
            ? first(line -> after(MACOS_OF_BRIDGE, line))
            : buildOfThisKernel();
    return printed.filter(build -> BUILD_NUMBER.matcher(build).matches());
  }

  private static Optional<String> after(String label, String line) {
    return line.startsWith(label)
        ? Optional.of(line.substring(label.length()).strip())
        : Optional.empty();
  }

  /**
   * Believed with a line below it: there the kernel of a T2 chip names macOS, after its own system
   * (model_dep.c).
   */
  private Optional<String> buildOfThisKernel() {
    for (int i = 0; i + 1 < wholeLines; i++) {
      Matcher match = BUILD.matcher(lines.get(i));
      if (match.matches()) {
        return Optional.of(match.group(1).isEmpty() ? lines.get(i + 1) : match.group(1));
      }
    }
    return Optional.empty();
  }

  Optional<UUID> bootSession() {
    return first(
        line ->
            Optional.of(SESSION.matcher(line))
                .filter(Matcher::matches)
                .flatMap(match -> KextLine.uuid(match.group(1))));
  }

  /** Seconds and microseconds, in hexadecimal digits. */
  Optional<Instant> at() {
    return first(
        line ->
            Optional.of(CALENDAR.matcher(line))
                .filter(Matcher::matches)
                .map(
                    match ->
                        Instant.ofEpochSecond(
                            Long.parseLong(match.group(1), 16),
                            Long.parseLong(match.group(2), 16) * 1_000)));
  }
}
