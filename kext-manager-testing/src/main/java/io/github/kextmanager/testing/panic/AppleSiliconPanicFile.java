package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.Releases;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report of Apple silicon. What a real one has after the log (memory, processes, threads) is left
 * out.
 */
final class AppleSiliconPanicFile {
  private final Panic panic;

  AppleSiliconPanicFile(Panic panic) {
    this.panic = panic;
  }

  String text() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("build", PanicReport.system(panic));
    members.put("product", HardwareModel.of(panic.platform()).product());
    members.put("socId", "8103");
    if (panic.platform().release().isAtLeast(Releases.VENTURA)) {
      members.put("socRevision", "11");
    }
    members.put("incident", ReportHeader.incident(panic));
    members.put(
        "crashReporterKey", SteadyUuid.of("Mac", "key").toString().toUpperCase(Locale.ROOT));
    members.put("kernel", KernelVersion.line(panic));
    members.put("date", PanicReport.format("yyyy-MM-dd HH:mm:ss.SS xx", panic.at()));
    members.put("panicString", new AppleSiliconPanicLog(panic).text());
    members.put("panicFlags", "0x902");
    members.put("otherString", "\n** Stackshot Succeeded ** Bytes Traced 405130 **\n");
    return ReportHeader.of(panic)
        + members.entrySet().stream()
            .map(member -> "  \"%s\" : %s".formatted(member.getKey(), value(member.getValue())))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String value(String text) {
    return JsonText.quoted(text);
  }
}
