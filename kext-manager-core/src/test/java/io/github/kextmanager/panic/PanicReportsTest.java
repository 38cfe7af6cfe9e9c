package io.github.kextmanager.panic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanicReportsTest {
  @TempDir Path root;

  private Path write(String name, String text, Instant at) throws IOException {
    Path folder = Files.createDirectories(root.resolve("Library/Logs/DiagnosticReports"));
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void finds_none_on_a_mac_that_never_panicked() {
    PanicReports.Search search = new PanicReports(root).read();

    assertThat(search.reports()).isEmpty();
    assertThat(search.problem()).isEmpty();
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
  void follows_no_link() throws IOException {
    Path elsewhere = Files.writeString(root.resolve("secret"), Panics.INTEL);
    Path folder = Files.createDirectories(root.resolve("Library/Logs/DiagnosticReports"));
    Files.createSymbolicLink(folder.resolve("Kernel.panic"), elsewhere);

    assertThat(new PanicReports(root).read().reports()).isEmpty();
  }
}
