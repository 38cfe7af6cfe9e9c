package io.github.kextmanager.testing.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.log.LogSource;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code system.log}, into which syslogd wrote up to 10.11; from 10.12 on messages of the kernel
 * and of daemons go to the unified log alone. Times are local ones of the machine on which the Mac
 * is simulated, since whoever reads the file runs there.
 */
final class LogFile implements Consumer<LogEntry> {
  static final Path PATH = Path.of("/private/var/log/system.log");

  private static final MacOsVersion UNIFIED_LOG = new MacOsVersion(10, 12, 0);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH);

  private final Disk disk;

  private LogFile(Disk disk) {
    this.disk = disk;
  }

  /** The file, or nothing where there is none. */
  static Consumer<LogEntry> of(MacOsVersion release, Disk disk) {
    return release.isAtLeast(UNIFIED_LOG) ? entry -> {} : new LogFile(disk);
  }

  /** What does not fit on the disk is lost. */
  @Override
  public void accept(LogEntry entry) {
    if (!disk.isFull()) {
      byte[] line = line(entry).getBytes(UTF_8);
      byte[] before = disk.read(PATH).orElseGet(() -> new byte[0]);
      byte[] all = Arrays.copyOf(before, before.length + line.length);
      System.arraycopy(line, 0, all, before.length, line.length);
      disk.write(PATH, all);
    }
  }

  /** Further lines of a message are indented by a tab (asl.h: ASL_ENCODE_SAFE). */
  private static String line(LogEntry entry) {
    LogSource source = entry.source();
    return "%s localhost %s[%d]: %s\n"
        .formatted(
            TIME.format(entry.time().atZone(ZoneId.systemDefault())),
            name(source),
            source.processId(),
            entry.text().stripTrailing().replace("\n", "\n\t"));
  }

  /**
   * launchd starts kextd under its label (a log of 10.10: github.com/gdbinit/rootfool, issue 3).
   */
  private static String name(LogSource source) {
    return source.equals(LogSource.KEXTD) ? "com.apple.kextd" : source.process();
  }
}
