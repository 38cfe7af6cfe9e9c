package io.github.kextmanager.testing.panic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanicReportTest {
  @Test
  void up_to_10_14_it_is_a_text() {
    PanicReport report = PanicReport.of(Panics.on("10.13.6", CpuType.X86_64));

    assertThat(report.file())
        .isEqualTo(Path.of("/Library/Logs/DiagnosticReports/Kernel_2026-02-03-120005_Mac.panic"));
    assertThat(report.text())
        .contains("\nTue Feb  3 12:00:05 2026\n\n*** Panic Report ***\npanic(cpu 0 caller 0x")
        .endsWith("\nEOF\nModel: MacBookPro11,4\n");
  }

  @Test
  void on_10_7_it_begins_with_the_time_since_the_last() {
    assertThat(PanicReport.of(Panics.on("10.7.5", CpuType.I386)).text())
        .startsWith("Interval Since Last Panic Report:  3600 sec\n")
        .contains("Frame : Return Address (4 potential args on stack)\n")
        .doesNotContain("*** Panic Report ***");
  }

  @ParameterizedTest
  @CsvSource({
    "10.15.7, Kernel_2026-02-03-120005_Mac.panic",
    "11.4, Kernel-2026-02-03-120005.panic",
    "15.5, Kernel-2026-02-03-120005.panic"
  })
  void from_10_15_an_intel_mac_writes_two_objects(String release, String name) {
    PanicReport report = PanicReport.of(Panics.on(release, CpuType.X86_64));
    List<JsonObject> objects =
        report.text().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();

    assertThat(report.file().getFileName()).hasToString(name);
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).get("bug_type").getAsString()).isEqualTo("210");
    assertThat(objects.get(1).get("macOSPanicString").getAsString())
        .startsWith("panic(cpu 0 caller 0xffffff7f80a0b000): ")
        .contains("System uptime in nanoseconds: 3600000000000\n")
        .endsWith("|IOPCI!F\t2.9.0\n");
  }

  @Test
  void apple_silicon_writes_an_object_of_many_lines_after_the_first() {
    PanicReport report = PanicReport.of(Panics.on("15.5", CpuType.ARM64E));
    int end = report.text().indexOf('\n');
    JsonObject body = JsonParser.parseString(report.text().substring(end)).getAsJsonObject();

    assertThat(report.file().getFileName()).hasToString("panic-full-2026-02-03-120005.0002.panic");
    assertThat(report.text().substring(0, end))
        .isEqualTo(
            "{\"bug_type\":\"210\",\"timestamp\":\"2026-02-03 12:00:05.00 +0000\","
                + "\"os_version\":\"macOS 15.5 (19H2)\",\"roots_installed\":0,"
                + "\"incident_id\":\"%s\"}",
            body.get("incident").getAsString());
    assertThat(body.get("date").getAsString()).isEqualTo("2026-02-03 12:00:05.25 +0000");
    assertThat(body.get("panicString").getAsString())
        .contains("\nDebugger message: panic\n")
        .contains("\nBoot session UUID: 00000000-0000-0000-0000-000000000001\n")
        .contains("\nPaniclog version: 14\n")
        .contains("\t\t  lr: 0xffffff7f80a0b000  fp: 0x");
  }

  @Test
  void names_the_kext_in_the_backtrace_and_what_it_links_against() {
    assertThat(PanicReport.of(Panics.on("10.13.6", CpuType.X86_64)).text())
        .contains(
            """
                  Kernel Extensions in backtrace:
                     com.example.driver.Widget(1.2d3)[00000000-0000-0000-0000-000000000005]\
            @0xffffff7f80a0a000->0xffffff7f80a0bfff
                        dependency: com.example.Base(1.0.0)[00000000-0000-0000-0000-000000000004]\
            @0xffffff7f80a08000
                        dependency: com.apple.iokit.IOPCIFamily(2.9.0)\
            [00000000-0000-0000-0000-000000000002]@0xffffff7f80a04000
            """
                .indent(-6)
                .indent(6));
  }

  @Test
  void from_11_dependencies_have_ends_and_are_in_the_order_of_their_names() {
    assertThat(macOsPanicString("11.4"))
        .containsSubsequence(
            "dependency: com.apple.iokit.IOPCIFamily(2.9.0)",
            "@0xffffff7f80a04000->0xffffff7f80a05fff\n",
            "dependency: com.example.Base(1.0.0)");
  }

  @Test
  void lists_kexts_of_others_first_then_those_of_apple_and_their_libraries() {
    assertThat(PanicReport.of(Panics.on("10.13.6", CpuType.X86_64)).text())
        .contains(
            """
            last loaded kext at 3600000000000: com.example.driver.Widget\t1.2.0d3 (addr 0xffffff7f80a0a000, size 8192)
            last unloaded kext at 60000000000: com.example.Old\t3 (addr 0xffffff7f80a00000, size 8192)
            loaded kexts:
            com.example.driver.Widget\t1.2.0d3
            com.example.Base\t1.0.0
            com.apple.driver.AppleUSBHub\t1.2
            com.apple.iokit.IOPCIFamily\t2.9.0
            """);
  }

  @Test
  void from_11_kexts_are_started_and_stopped() {
    assertThat(macOsPanicString("14.5"))
        .contains("\nlast started kext at ")
        .contains("\nlast stopped kext at ");
  }

  @Test
  void an_intel_kernel_shortens_the_identifiers_of_apple() {
    assertThat(macOsPanicString("10.15.7")).contains("\n>!UHub\t1.2\n|IOPCI!F\t2.9.0\n");
  }

  @Test
  void the_message_is_in_quotes_up_to_11() {
    assertThat(macOsPanicString("11.4")).contains(": \"widget: no such \"port\"\"@Widget.cpp:42\n");
    assertThat(macOsPanicString("12.5")).contains(": widget: no such \"port\" @Widget.cpp:42\n");
  }

  private static String macOsPanicString(String release) {
    String text = PanicReport.of(Panics.on(release, CpuType.X86_64)).text();
    return JsonParser.parseString(text.substring(text.indexOf('\n')))
        .getAsJsonObject()
        .get("macOSPanicString")
        .getAsString();
  }
}
