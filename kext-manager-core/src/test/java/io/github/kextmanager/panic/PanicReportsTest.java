package io.github.kextmanager.panic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PanicReportsTest {
  private static final String FOLDER = "Library/Logs/DiagnosticReports";

  @TempDir Path root;

  private Path write(String name, String text, Instant at) throws IOException {
    Path file = root.resolve(FOLDER).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void finds_none_on_a_mac_that_never_panicked() {
    PanicReports.Search search = new PanicReports(root).read();

    assertThat(search.reports()).isEmpty();
    assertThat(search.problems()).isEmpty();
  }

  @Test
  void reads_both_generations_newest_first() throws IOException {
    write("Kernel_2016-11-03-094118_Mac.panic", Panics.INTEL, Instant.ofEpochSecond(1000));
    write("panic-full-2025-07.ips", Panics.json(Panics.APPLE_SILICON), Instant.ofEpochSecond(2000));
    write("Finder_2025.crash", Panics.INTEL, Instant.ofEpochSecond(3000));

    assertThat(new PanicReports(root).read().reports())
        .extracting(report -> report.path().toString())
        .containsExactly(
            "/Library/Logs/DiagnosticReports/panic-full-2025-07.ips",
            "/Library/Logs/DiagnosticReports/Kernel_2016-11-03-094118_Mac.panic");
  }

  @Test
  void says_of_a_file_without_a_panic_that_it_holds_none() throws IOException {
    write("Kernel.panic", "nothing", Instant.ofEpochSecond(1));

    assertThat(new PanicReports(root).read().reports().get(0).problem())
        .contains("/Library/Logs/DiagnosticReports/Kernel.panic holds no kernel panic.");
  }

  @Test
  void does_not_say_of_json_that_was_cut_short_that_there_was_no_panic() throws IOException {
    write("panic-full-1.ips", "{\"bug_type\":\"210\"}\n{\"build\":\"mac", Instant.ofEpochSecond(1));

    assertThat(new PanicReports(root).read().reports().get(0).problem())
        .contains(
            "/Library/Logs/DiagnosticReports/panic-full-1.ips was cut short, in line 2, and holds"
                + " no kernel panic up to there.");
  }

  @Test
  void says_in_which_line_a_report_was_cut_short() throws IOException {
    String cut = Panics.INTEL.substring(0, Panics.INTEL.indexOf("Backtrace"));
    write("Kernel.panic", cut, Instant.ofEpochSecond(1));

    PanicReports.OnDisk report = new PanicReports(root).read().reports().get(0);

    assertThat(report.report()).isPresent();
    assertThat(report.problem())
        .contains(
            "/Library/Logs/DiagnosticReports/Kernel.panic was cut short, in line %d."
                .formatted(cut.lines().count()));
  }

  @Test
  void follows_no_link_and_says_so() throws IOException {
    Path elsewhere = Files.writeString(root.resolve("secret"), Panics.INTEL);
    Path folder = Files.createDirectories(root.resolve(FOLDER));
    Files.createSymbolicLink(folder.resolve("Kernel.panic"), elsewhere);

    PanicReports.OnDisk link = new PanicReports(root).read().reports().get(0);

    assertThat(link.report()).isEmpty();
    assertThat(link.problem().orElseThrow()).contains("Kernel.panic is no regular file");
  }

  @Test
  @Timeout(value = 30, unit = SECONDS)
  void waits_for_no_pipe() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    Path folder = Files.createDirectories(root.resolve(FOLDER));
    int status =
        new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("Kernel.panic").toString())
            .start()
            .waitFor();
    assumeTrue(status == 0, "needs mkfifo");

    assertThat(new PanicReports(root).read().reports().get(0).problem()).isPresent();
  }

  @Test
  void a_report_that_cannot_be_read_spoils_no_other() throws IOException {
    write("Kernel.panic", Panics.INTEL, Instant.ofEpochSecond(1));
    Files.createDirectories(root.resolve(FOLDER).resolve("folder.panic"));
    Files.createSymbolicLink(root.resolve(FOLDER).resolve("gone.panic"), Path.of("nowhere"));

    assertThat(new PanicReports(root).read().reports())
        .hasSize(3)
        .filteredOn(file -> file.report().isPresent())
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly("Kernel.panic");
  }

  @Test
  void reads_old_reports_and_those_of_a_T2_chip() throws IOException {
    write("Retired/panic-full-2026.0002.panic", Panics.INTEL, Instant.ofEpochSecond(2));
    write("ProxiedDevice-Bridge/panic-full-1.ips", Panics.INTEL, Instant.ofEpochSecond(1));

    assertThat(new PanicReports(root).read().reports())
        .extracting(file -> file.path().toString())
        .containsExactly(
            "/" + FOLDER + "/Retired/panic-full-2026.0002.panic",
            "/" + FOLDER + "/ProxiedDevice-Bridge/panic-full-1.ips");
  }

  @Test
  void names_a_folder_that_is_none() throws IOException {
    Files.createDirectories(root.resolve("Library/Logs"));
    Files.writeString(root.resolve(FOLDER), "a file");

    assertThat(new PanicReports(root).read().problems())
        .first()
        .asString()
        .startsWith("/Library/Logs/DiagnosticReports could not be read:");
  }

  @Test
  void says_how_many_reports_were_not_read() throws IOException {
    for (int i = 0; i < 51; i++) {
      write(i + ".panic", Panics.INTEL, Instant.ofEpochSecond(i));
    }

    PanicReports.Search search = new PanicReports(root).read();

    assertThat(search.reports()).hasSize(50);
    assertThat(search.problems()).containsExactly("Of 51 reports the 50 newest were read.");
  }

  @Test
  @Timeout(value = 60, unit = SECONDS)
  void names_a_file_of_100_megabytes_that_is_no_report() throws IOException {
    Path file = write("Kernel.panic", "", Instant.EPOCH);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100L << 20);
    }

    assertThat(new PanicReports(root).read().reports().get(0).problem())
        .contains(
            "/Library/Logs/DiagnosticReports/Kernel.panic holds no kernel panic in its first 16"
                + " MiB.");
  }

  @Test
  @Timeout(value = 60, unit = SECONDS)
  void a_line_without_end_takes_no_time() throws IOException {
    write("Kernel.panic", "panic(cpu 0 caller 0x1): x\n" + "a(".repeat(4 << 20), Instant.EPOCH);

    assertThat(new PanicReports(root).read().reports().get(0).report()).isPresent();
  }
}
