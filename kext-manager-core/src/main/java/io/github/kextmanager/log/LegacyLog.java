package io.github.kextmanager.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the end of {@code system.log} says since a moment. The times in it have no year; of lines in
 * order, those count from the first that is not old.
 *
 * @param since the messages since that moment, whoever spoke
 * @param hasEarlier whether there is one from before it, so that none since is missing
 */
record LegacyLog(List<LogLine> since, boolean hasEarlier) {
  /** Who speaks of kexts: the kernel, and the daemons of each generation. */
  private static final Set<String> SPEAKERS =
      Set.of(
          "kernel",
          "kextd",
          "com.apple.kextd",
          "kernelmanagerd",
          "kernelmanager_helper",
          "syspolicyd",
          "kcgend");

  static LegacyLog read(String text, Instant moment) {
    LocalDateTime second =
        LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneId.systemDefault());
    List<LogLine> all = SyslogText.read(text.lines().toList());
    int first = all.size();
    while (first > 0 && isSince(second, all.get(first - 1))) {
      first--;
    }
    return new LegacyLog(all.subList(first, all.size()), first > 0);
  }

  private static boolean isSince(LocalDateTime second, LogLine line) {
    return LegacyTime.of(line.text(), second).filter(second::isAfter).isEmpty();
  }

  /** What was said about kexts, and a problem where lines since the moment may be missing. */
  LogReading reading(String problem) {
    return new LogReading(
        since.stream().filter(line -> SPEAKERS.contains(line.process())).toList(),
        hasEarlier ? Optional.empty() : Optional.of(problem));
  }
}
