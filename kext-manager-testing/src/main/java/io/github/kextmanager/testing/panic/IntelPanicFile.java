package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.Releases;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * What surrounds the log of an Intel kernel in a report: lines up to 10.14, JSON from 10.15 (as in
 * reports that people have published, and as osquery's table of panics reads them).
 */
final class IntelPanicFile {
  private static final String NO_STACKSHOT =
      "no on disk or sleep/wake failure panic stackshot found";

  private final Panic panic;

  IntelPanicFile(Panic panic) {
    this.panic = panic;
  }

  String plain(String log) {
    String uuid = SteadyUuid.of("Mac", "anonymous").toString().toUpperCase(Locale.ROOT);
    String time = PanicReport.format("EEE MMM ppd HH:mm:ss yyyy", panic.at());
    String head =
        panic.platform().release().isAtLeast(Releases.MOUNTAIN_LION)
            ? "Anonymous UUID:       %s\n\n%s\n\n*** Panic Report ***\n".formatted(uuid, time)
            : """
              Interval Since Last Panic Report:  %d sec
              Panics Since Last Report:          1
              Anonymous UUID:                    %s

              %s
              """
                .formatted(panic.uptime().toSeconds(), uuid, time);
    return head + log + "\nEOF\nModel: " + HardwareModel.of(panic.platform()).product() + "\n";
  }

  String json(String log) {
    String stackshot =
        Base64.getEncoder().encodeToString(NO_STACKSHOT.getBytes(StandardCharsets.UTF_8));
    return ReportHeader.of(panic)
        + "{\"macOSProcessedStackshotData\":"
        + JsonText.quoted(stackshot)
        + ",\"macOSPanicString\":"
        + JsonText.quoted(log)
        + "}\n";
  }
}
