package io.github.kextmanager.testing.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.record.Recorder;
import io.github.kextmanager.command.record.RecordingHeader;
import io.github.kextmanager.command.record.Redaction;
import io.github.kextmanager.doctor.Document;
import io.github.kextmanager.doctor.RedactedArchive;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Reply;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing private is in a report. */
class RedactedArchiveTest {
  private static final String USER = "aliceliddell";
  private static final String HOST = "wonderland-mac";
  private static final String SERIAL = "C02XL0ABJGH5";
  private static final String ADDRESS = "10.20.30.40";
  private static final String REPORTER = "0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0";
  private static final Redaction REDACTION =
      Redaction.recognisable().withUser(USER).withHost(HOST + ".example.org");
  private static final TestKext WIDGET =
      TestKext.named("com.example.Widget").at(Path.of("/Users", USER, "Widget.kext"));

  @TempDir Path folder;

  @Test
  void leaves_out_the_names_of_user_and_machine_and_the_serial_number() throws IOException {
    Path file = folder.resolve("report.zip");

    new RedactedArchive(REDACTION).write(file, documents());

    Map<String, String> parts = unzipped(file);
    assertThat(parts.keySet())
        .containsExactly(
            "README.txt",
            "mac.txt",
            "tools.txt",
            "loaded.txt",
            "log.txt",
            "panics.txt",
            "panics/1.txt",
            "doctor.txt",
            "commands.kextrec");
    assertThat(parts.get("README.txt")).contains("panics/1.txt (");
    assertThat(parts.get("panics/1.txt")).contains("com.example.Widget");
    parts.forEach(
        (name, text) ->
            assertThat(text)
                .as(name)
                .doesNotContainIgnoringCase(USER)
                .doesNotContainIgnoringCase(hex(USER))
                .doesNotContainIgnoringCase(HOST)
                .doesNotContainIgnoringCase(SERIAL)
                .doesNotContain(ADDRESS)
                .doesNotContainIgnoringCase(REPORTER));
  }

  @Test
  void is_written_over_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "precious");

    assertThatThrownBy(() -> new RedactedArchive(REDACTION).write(file, List.of()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("precious");
  }

  /** Documents of a Mac on which everything private has been planted. */
  private List<Document> documents() throws IOException {
    Path recording = folder.resolve("commands.kextrec");
    List<Document> documents;
    try (SimulatedMac mac = mac();
        Recorder recorder = Recorder.create(recording, RecordingHeader.of("a test"), REDACTION)) {
      mac.install(WIDGET);
      plantPanic(mac.root());
      CommandRunner runner = recorder.around(mac);
      KextManager manager = KextManager.builder().runner(runner).root(mac.root()).build();
      manager.load(WIDGET.path());
      var doctor = manager.examination().look();
      documents = new ArrayList<>(doctor.documents(Duration.ofHours(1)));
      documents.add(new Document("doctor.txt", doctor.examine(WIDGET.path()).toString()));
    }
    documents.add(new Document("commands.kextrec", Files.readString(recording)));
    assertThat(documents).extracting(Document::text).anyMatch(text -> text.contains(USER));
    assertThat(documents).extracting(Document::text).anyMatch(text -> text.contains(SERIAL));
    assertThat(documents).extracting(Document::text).anyMatch(text -> text.contains(HOST));
    return documents;
  }

  private static SimulatedMac mac() {
    return SimulatedMac.builder(MacOsVersion.parse("14.5"))
        .program(
            Path.of("/usr/bin/uname"),
            words ->
                Reply.exit(0)
                    .stdout(
                        "Darwin %s.example.org 23.5.0 Darwin Kernel Version 23.5.0\n"
                            .formatted(HOST)))
        .build();
  }

  private static void plantPanic(Path root) throws IOException {
    Path reports = Files.createDirectories(root.resolve("Library/Logs/DiagnosticReports"));
    Files.writeString(
        reports.resolve("Kernel-2026-01-31-120000.panic"),
        """
        panic(cpu 0 caller 0xffffff8000a1b2c3): "Widget lost /Users/%s/port"@/x/y.c:1
        Backtrace (CPU 0), Frame : Return Address
        0xffffffa0d14bb9d0 : 0xffffff8000a1b2c3
              Kernel Extensions in backtrace:
                 com.example.Widget(1.0)[01234567-89AB-CDEF-0123-456789ABCDEF]@0xffffff7f95a14000->0xffffff7f95a17fff

        Anonymous UUID: %s
        Serial Number: %s
        System: %s, {"home":"\\/Users\\/%s", "at":"%s"}
        """
            .formatted(USER, REPORTER, SERIAL, HOST, USER, ADDRESS));
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
  }

  private static Map<String, String> unzipped(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }
}
