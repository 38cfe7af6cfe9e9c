package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.Releases;
import java.util.Locale;

/** The first line of a report in JSON. */
final class ReportHeader {
  private ReportHeader() {}

  static String of(Panic panic) {
    String roots =
        panic.platform().release().isAtLeast(Releases.VENTURA) ? "\"roots_installed\":0," : "";
    return "{\"bug_type\":\"210\",\"timestamp\":%s,\"os_version\":%s,%s\"incident_id\":%s}\n"
        .formatted(
            JsonText.quoted(PanicReport.format("yyyy-MM-dd HH:mm:ss.00 xx", panic.at())),
            JsonText.quoted(PanicReport.system(panic)),
            roots,
            JsonText.quoted(incident(panic)));
  }

  static String incident(Panic panic) {
    return SteadyUuid.of("incident", panic.session()).toString().toUpperCase(Locale.ROOT);
  }
}
