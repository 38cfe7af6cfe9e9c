package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees that nobody makes by accident. Each is answered, soon and without a stack trace. */
@Timeout(60)
class OddBundlesTest {
  private static final String CODE =
      """
      <plist version="1.0"><dict>
      <key>CFBundlePackageType</key><string>KEXT</string>
      <key>CFBundleIdentifier</key><string>com.example.Odd</string>
      <key>CFBundleVersion</key><string>1.0</string>
      <key>CFBundleExecutable</key><string>Odd</string>
      </dict></plist>
      """;

  @TempDir Path folder;
  private Bundles bundles;
  private Path contents;

  @BeforeEach
  void write() throws IOException {
    bundles = new Bundles(folder);
    bundles.write("Odd", CODE);
    contents = bundles.bundle("Odd").resolve("Contents");
  }

  @Test
  void a_ring_of_links() throws IOException {
    Files.createSymbolicLink(contents.resolve("PlugIns"), Path.of("../../Odd.kext"));
    Files.createSymbolicLink(bundles.bundle("Ring"), Path.of("Ring.kext"));

    assertThat(check()).contains("Ring.kext: no kext", "too many symbolic links", "Odd.kext (");
  }

  @Test
  void a_pipe_in_the_place_of_the_executable() throws Exception {
    Path executable = Files.createDirectories(contents.resolve("MacOS")).resolve("Odd");
    assumeTrue(
        new ProcessBuilder("mkfifo", executable.toString()).start().waitFor() == 0,
        "there is no mkfifo");

    assertThat(check()).contains("Odd.kext (com.example.Odd 1.0): invalid");
  }

  @Test
  void a_device_in_the_place_of_the_property_list() throws IOException {
    Files.delete(contents.resolve("Info.plist"));
    Files.createSymbolicLink(contents.resolve("Info.plist"), Path.of("/dev/zero"));

    assertThat(check()).contains("Odd.kext: no kext");
  }

  @Test
  void a_property_list_of_a_gigabyte() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(contents.resolve("Info.plist").toFile(), "rw")) {
      file.setLength(1L << 30);
    }

    assertThat(check()).contains("Odd.kext: no kext", "1073741824 bytes");
  }

  @Test
  void a_name_of_two_lines() throws IOException {
    bundles.write("Two\nlines", CODE);

    assertThat(check()).contains("/Library/Extensions/Two\\u000alines.kext (");
  }

  @Test
  void values_nested_without_end() throws IOException {
    bundles.write("Deep", "<plist><dict><key>a</key>" + "<array>".repeat(500_000));

    assertThat(check()).contains("Deep.kext: no kext");
  }

  @Test
  void many_personalities() throws IOException {
    StringBuilder many = new StringBuilder("<key>IOKitPersonalities</key><dict>");
    for (int i = 0; i < 20_000; i++) {
      many.append("<key>").append(i).append("</key><dict/>");
    }
    bundles.write("Many", CODE.replace("</dict></plist>", many + "</dict></dict></plist>"));

    assertThat(check()).contains("Many.kext");
  }

  private String check() {
    KextmRun run = KextmRun.of("check", "--as", "10.15", "--root", folder.toString());
    KextmRun json = KextmRun.of("check", "--as", "10.15", "--root", folder.toString(), "--json");

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.err()).isEmpty();
    assertThat(json.status()).isEqualTo(20);
    assertThat(json.err()).isEmpty();
    return run.out();
  }
}
