package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The report of a panic, as it lies on the disk once the Mac has started again: a text up to 10.14,
 * two JSON objects one after the other from 10.15.
 *
 * @param file where it lies, as an absolute path of the Mac
 * @param text what is in it
 */
public record PanicReport(Path file, String text) {
  private static final Path FOLDER = Path.of("/Library/Logs/DiagnosticReports");
  private static final DateTimeFormatter IN_NAMES = format("yyyy-MM-dd-HHmmss");

  /**
   * Writes the report.
   *
   * @param panic what happened
   * @return the report
   */
  public static PanicReport of(Panic panic) {
    if (panic.platform().architecture().equals(CpuType.ARM64E)) {
      return report(panic, "panic-full-%s.0002.panic", new AppleSiliconPanicFile(panic).text());
    }
    String log = new IntelPanicLog(panic).text();
    if (panic.platform().release().isAtLeast(Releases.BIG_SUR)) {
      return report(panic, "Kernel-%s.panic", new IntelPanicFile(panic).json(log));
    }
    boolean json = panic.platform().release().isAtLeast(Releases.CATALINA);
    var file = new IntelPanicFile(panic);
    return report(panic, "Kernel_%s_Mac.panic", json ? file.json(log) : file.plain(log));
  }

  private static PanicReport report(Panic panic, String name, String text) {
    return new PanicReport(FOLDER.resolve(name.formatted(IN_NAMES.format(panic.at()))), text);
  }

  static String format(String pattern, Instant time) {
    return format(pattern).format(time);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The release as reports call it. */
  static String system(Panic panic) {
    var release = panic.platform().release();
    String name = release.isAtLeast(Releases.BIG_SUR) ? "macOS " : "Mac OS X ";
    String number =
        release.major() >= 11 && release.minor() == 0 && release.patch() == 0
            ? release.major() + ".0"
            : release.toString();
    return name + number + " (" + panic.build() + ")";
  }
}
