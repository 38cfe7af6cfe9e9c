package io.github.kextmanager.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.panic.PanicReport.Extent;
import io.github.kextmanager.panic.PanicReport.Generation;
import io.github.kextmanager.panic.PanicReport.Kernel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanicReportReaderTest {
  private final PanicReportReader reader = new PanicReportReader();

  private PanicReport read(String file) {
    return reader.read(file).orElseThrow();
  }

  private static List<String> names(List<PanicKext> kexts) {
    return kexts.stream()
        .map(kext -> kext.identifier().value() + " " + kext.version().text())
        .toList();
  }

  @Test
  void reads_the_panic_of_a_processor_that_hangs() {
    String text =
        """
        Panic(CPU 2, time 1000000): NMIPI for spinlock acquisition timeout, spinlock: 0x1
              Kernel Extensions in backtrace:
                 com.example.Widget(1.2)[12345678-1234-1234-1234-123456789ABC]@0x1000->0x1fff
        """;

    var report = new PanicReportReader().read(text).orElseThrow();

    assertThat(report.backtrace())
        .extracting(found -> found.kext().identifier().toString())
        .containsExactly("com.example.Widget");
  }

  @Test
  void names_the_kext_in_the_backtrace_and_what_it_links_against() {
    BacktraceKext kext = read(Panics.INTEL).backtrace().get(0);

    assertThat(names(List.of(kext.kext()))).containsExactly("com.example.driver.Widget 1.5.2");
    assertThat(kext.uuid()).contains(UUID.fromString("F452C9FD-94A1-366D-BF2F-89BDDDA08364"));
    assertThat(names(kext.dependencies()))
        .containsExactly("com.apple.iokit.IOPCIFamily 2.9", "com.example.Library 1.0");
  }

  /** Up to xnu-6153 a dependency has no end; a kernel before 10.7 prints no UUIDs. */
  @Test
  void reads_a_backtrace_without_the_ends_of_dependencies_and_without_uuids() {
    String text =
        """
        panic(cpu 0 caller 0xffffff7f96848367): "example"@Widget.cpp:42
              Kernel Extensions in backtrace:
                 com.example.Widget(1.5)@0xffffff7f99b77000->0xffffff7f99d57fff
                    dependency: com.example.Base(1.0.2)@0xffffff7f94294000
        """;

    BacktraceKext kext = read(text).backtrace().get(0);

    assertThat(kext.uuid()).isEmpty();
    assertThat(names(kext.dependencies())).containsExactly("com.example.Base 1.0.2");
  }

  @Test
  void says_in_which_line_a_kext_stands() {
    PanicReport report = read(Panics.INTEL);

    assertThat(Panics.INTEL.lines().toList().get(report.backtrace().get(0).line() - 1))
        .contains("com.example.driver.Widget(1.5.2)");
  }

  @Test
  void lists_the_loaded_kexts_with_their_names_in_full() {
    assertThat(names(read(Panics.INTEL).loaded()))
        .containsExactly(
            "com.example.driver.Widget 1.5.2",
            "tc.example.Studio 4.2.1 46437",
            "com.apple.driver.AppleHWSensor 1.9.5d0",
            "com.apple.iokit.IOBluetoothSerialManager 6.0.7f10",
            "com.apple.security.quarantine 3",
            "com.apple.filesystems.autofs 3.0");
  }

  @Test
  void names_what_was_loaded_and_unloaded_last() {
    PanicReport report = read(Panics.INTEL);

    assertThat(report.lastStarted().orElseThrow().kext().identifier())
        .isEqualTo(BundleIdentifier.of("com.example.driver.Widget"));
    assertThat(report.lastStopped().orElseThrow().kext().identifier())
        .isEqualTo(BundleIdentifier.of("com.apple.driver.AppleUSBHub"));
  }

  @Test
  void reads_the_build_from_the_line_below() {
    assertThat(read(Panics.INTEL).build()).contains("16B2657");
  }

  @Test
  void reads_a_report_of_apple_silicon_from_json() {
    PanicReport report = read(Panics.json(Panics.APPLE_SILICON));

    assertThat(report.generation()).isEqualTo(Generation.JSON);
    assertThat(report.extent()).isEqualTo(Extent.WHOLE);
    assertThat(report.message().text()).startsWith("panic(cpu 6 caller");
    assertThat(report.build()).contains("24F74");
    assertThat(report.bootSession())
        .contains(UUID.fromString("8236E878-0E59-4FDA-83B8-F310AD4B2AA8"));
    assertThat(report.backtrace()).hasSize(1);
    assertThat(names(report.loaded()))
        .containsExactly("com.example.fs.demo 2.3.1", "com.apple.filesystems.autofs 3.0");
  }

  @Test
  void takes_the_panic_of_macos_where_the_t2_chip_reports_its_own() {
    String chip = "panic(cpu 0 caller 0xfffffff01): x86 global reset detected\\n";
    String file =
        Panics.json(Panics.APPLE_SILICON)
            .replace("\"panicString\"", "\"panicString\":\"" + chip + "\",\"macOSPanicString\"");

    assertThat(read(file).message().text()).contains("Kernel data abort");
  }

  @Test
  void takes_the_panic_of_the_chip_where_macos_left_none() {
    String file =
        "{\"panicString\":\"panic(cpu 0 caller 0xfffffff01): x86 CPU CATERR detected\\n\","
            + "\"macOSPanicString\":\"BAD MAGIC! (flag set in iBoot panic header)\"}";

    assertThat(read(file).message().text()).contains("CATERR");
  }

  @ParameterizedTest
  @CsvSource({
    ">!AHDA, com.apple.driver.AppleHDA",
    "|IO!SFamily, com.apple.iokit.IOStorageFamily",
    "@AppleFS!F, com.apple.AppleFSFamily",
    "com.example.Odd!x, com.example.Odd!x",
    "com.example.End!, com.example.End!"
  })
  void expands_the_abbreviations_of_the_kernel(String printed, String full) {
    assertThat(KernelAbbreviation.expand(printed)).isEqualTo(full);
  }

  @Test
  void knows_a_report_that_ends_before_the_list() {
    String file = Panics.INTEL.substring(0, Panics.INTEL.indexOf("last loaded kext"));

    assertThat(read(file).extent()).isEqualTo(Extent.CUT_SHORT);
    assertThat(read(file).backtrace()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|IO!BSerial", "|IO!BSerialManager\t6.0."})
  void knows_a_report_that_ends_in_the_list(String lastWords) {
    String file = Panics.INTEL.substring(0, Panics.INTEL.indexOf(lastWords) + lastWords.length());

    assertThat(read(file).extent()).isEqualTo(Extent.CUT_SHORT);
  }

  @Test
  void reads_the_beginning_of_json_that_was_cut_short() {
    String whole = Panics.json(Panics.APPLE_SILICON);
    String file = whole.substring(0, whole.indexOf("last started kext"));

    assertThat(read(file).extent()).isEqualTo(Extent.CUT_SHORT);
    assertThat(read(file).backtrace()).hasSize(1);
  }

  @Test
  void reads_what_was_loaded_and_unloaded_last_behind_the_rows_of_10_5() {
    PanicReport report = read(Panics.LEOPARD);

    assertThat(names(report.loaded()))
        .containsExactly(
            "com.example.driver.Widget 1.5.2", "com.apple.driver.AppleHWSensor 1.9.3d0");
    assertThat(report.lastStarted().orElseThrow().kext().identifier().value())
        .isEqualTo("com.apple.driver.AppleHWSensor");
    assertThat(report.lastStopped().orElseThrow().kext().version().text()).isEqualTo("2.3.1");
    assertThat(report.backtrace().get(0).uuid()).isEmpty();
    assertThat(report.extent()).isEqualTo(Extent.WHOLE);
  }

  @Test
  void a_list_that_the_kernel_skipped_is_not_cut_short() {
    PanicReport report = read(Panics.json(Panics.SKIPPED));

    assertThat(report.extent()).isEqualTo(Extent.WHOLE);
    assertThat(report.loaded()).isEmpty();
    assertThat(names(List.of(report.lastStarted().orElseThrow().kext())))
        .containsExactly("com.example.fs.demo 2.3.1");
  }

  @Test
  void says_when_the_kernel_panicked() {
    assertThat(read(Panics.SKIPPED).at()).contains(Instant.parse("2025-07-26T15:39:25.396375Z"));
    assertThat(read(Panics.INTEL).at()).isEmpty();
  }

  @Test
  void tells_the_kernel_of_a_T2_chip_from_that_of_the_mac() {
    assertThat(read(Panics.BRIDGE).kernel()).isEqualTo(Kernel.BRIDGE_OS);
    assertThat(read(Panics.BRIDGE).build()).contains("22G120");
    assertThat(read(Panics.INTEL).kernel()).isEqualTo(Kernel.MACOS);
  }

  @Test
  void an_identifier_may_have_blanks_in_it() {
    String file =
        Panics.INTEL.replace("com.example.driver.Widget", "com.example.Control Center.HID");

    assertThat(read(file).backtrace().get(0).kext().identifier().value())
        .isEqualTo("com.example.Control Center.HID");
    assertThat(names(read(file).loaded())).contains("com.example.Control Center.HID 1.5.2");
    assertThat(names(List.of(read(file).lastStarted().orElseThrow().kext())))
        .containsExactly("com.example.Control Center.HID 1.5.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Panic(CPU 4): NMIPI for spinlock acquisition timeout, spinlock: 0xffffff8000a87818",
        "Panic(CPU 1, time 31944096467071): NMIPI for spinlock acquisition timeout"
      })
  void reads_the_panic_of_a_processor_that_hung(String line) {
    assertThat(read("mp_kdp_enter() timed-out\n" + line + "\n").message().number()).isEqualTo(2);
  }

  @Test
  void takes_no_words_for_a_build() {
    assertThat(read(Panics.INTEL.replace("16B2657", "Not yet set")).build()).isEmpty();
  }

  static Stream<String> whole() {
    return Stream.of(
        Panics.INTEL,
        Panics.LEOPARD,
        Panics.SKIPPED,
        Panics.BRIDGE,
        Panics.json(Panics.APPLE_SILICON),
        Panics.json(Panics.SKIPPED));
  }

  @ParameterizedTest
  @MethodSource("whole")
  void a_report_cut_at_any_character_says_nothing_that_the_whole_does_not(String file) {
    PanicReport whole = read(file);
    for (int length = 0; length < file.length(); length++) {
      reader
          .read(file.substring(0, length))
          .ifPresent(
              part -> {
                assertThat(whole.loaded()).containsAll(part.loaded());
                assertThat(whole.backtrace())
                    .extracting(BacktraceKext::kext)
                    .containsAll(part.backtrace().stream().map(BacktraceKext::kext).toList());
                assertThat(part.build()).isIn(whole.build(), Optional.empty());
                assertThat(part.at()).isIn(whole.at(), Optional.empty());
                part.lastStarted().ifPresent(k -> assertThat(whole.lastStarted()).contains(k));
                if (part.extent() == Extent.WHOLE) {
                  assertThat(part.loaded()).isEqualTo(whole.loaded());
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"bug_type\":\"309\"}",
        "loaded kexts:\ncom.example.a\t1.0\n",
        "{\"panicString\":\"",
        "We had a panic(cpu) yesterday"
      })
  void takes_nothing_for_a_panic_that_is_none(String file) {
    assertThat(reader.read(file)).isEmpty();
  }

  @Test
  void reads_anything_without_an_exception() {
    var random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      var file = new StringBuilder(i % 2 == 0 ? Panics.INTEL : Panics.json(Panics.APPLE_SILICON));
      for (int change = random.nextInt(8); change >= 0; change--) {
        int at = random.nextInt(file.length());
        file.replace(at, at + random.nextInt(40), "\\u1\"\n\t(]>!".substring(random.nextInt(8)));
      }
      assertThatCode(() -> reader.read(file.toString())).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Panics.INTEL, Panics.LEOPARD, Panics.APPLE_SILICON})
  void says_in_which_line_the_last_kext_stands(String text) {
    LastKext last = read(text).lastStarted().orElseThrow();

    assertThat(text.lines().toList().get(last.line() - 1)).containsPattern("last (loaded|started)");
  }
}
