package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleOpenerTest {
  private static final String FOLDER = "/Library/Extensions";
  private static final String FOO = FOLDER + "/Foo.kext";

  @TempDir Path outside;

  private Path root;

  private DiskFixture disk;

  @BeforeEach
  void make_a_disk() throws IOException {
    root = Files.createDirectory(outside.resolve("root"));
    disk = new DiskFixture(root);
  }

  @Test
  void opens_a_kext_whatever_is_wrong_in_it() {
    disk.kext(
        FOO,
        Map.of("CFBundleIdentifier", "", "CFBundleVersion", "<true/>", "OSBundleRequired", ""));

    KextBundle bundle = open("10.15").bundles().get(0);

    assertThat(bundle.identifier()).isEqualTo(KextBundle.UNKNOWN);
    assertThat(bundle.properties().get(KextKey.VERSION))
        .isEqualTo(new Property.Mistyped<>("boolean", "true"));
    assertThat(bundle.version().text()).isEmpty();
  }

  @Test
  void keeps_only_personalities_that_are_not_ordinary() {
    String usual =
        "<key>CFBundleIdentifier</key><string>com.example.driver</string>"
            + "<key>IOClass</key><string>C</string>"
            + "<key>IOProviderClass</key><string>P</string>";
    disk.kext(
        FOO,
        Map.of(
            "IOKitPersonalities",
            ("<dict><key>Usual</key><dict>%s</dict>"
                    + "<key>Debugged</key><dict>%s<key>IOKitDebug</key><integer>1</integer></dict>"
                    + "<key>Odd</key><integer>1</integer></dict>")
                .formatted(usual, usual)));

    KextBundle bundle = open("10.15").bundles().get(0);

    assertThat(bundle.properties().get(KextKey.PERSONALITIES).asOptional().orElseThrow())
        .containsOnlyKeys("Debugged", "Odd");
  }

  @ParameterizedTest
  @CsvSource({
    "10.14.4, Foo.kext, /Library/Extensions/Foo.kext",
    "10.14.5, /opt/Real.kext, /opt/Real.kext"
  })
  void a_link_to_a_bundle_is_a_kext_of_its_own_up_to_10_14_4(
      String release, String shown, Path location) {
    disk.kext("/opt/Real.kext").link(FOO, "/opt/Real.kext");

    KextBundle bundle = open(release).bundles().get(0);

    assertThat(bundle.path()).isEqualTo(Path.of("/opt/Real.kext"));
    assertThat(bundle.location()).isEqualTo(location);
    assertThat(bundle.shown()).isEqualTo(shown);
  }

  @Test
  void a_bundle_that_is_opened_twice_is_one_kext() {
    disk.kext(FOO).link(FOLDER + "/Bar.kext", FOO);

    assertThat(open("10.15").bundles()).hasSize(1);
    assertThat(open("10.13").bundles()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"10.14.6, 0", "10.15, 1", "27, 1"})
  void driver_extensions_are_opened_from_10_15(String release, int count) {
    disk.kext(FOLDER + "/Foo.dext", Map.of("CFBundlePackageType", "<string>DEXT</string>"));

    assertThat(open(release).bundles()).hasSize(count);
  }

  @Test
  void a_loop_of_links_is_told_once() {
    disk.link(FOO, "Bar.kext").link(FOLDER + "/Bar.kext", "Foo.kext");

    assertThat(open("10.15").refusals())
        .extracting(OpeningRefusal::explanation)
        .containsExactly(
            "\"/Library/Extensions/Bar.kext\" is no kext: there are too many symbolic links on the way.",
            "\"/Library/Extensions/Foo.kext\" is no kext: there are too many symbolic links on the way.");
    assertThat(open("10.15").refusals().get(0).messages())
        .containsExactly(
            "Unable to determine realpath for /Library/Extensions/Bar.kext - failing.");
  }

  @Test
  void a_line_feed_in_a_name_does_not_break_an_explanation() {
    disk.folder(FOLDER + "/a\nb.kext");

    assertThat(open("10.15").refusals())
        .extracting(OpeningRefusal::explanation)
        .containsExactly(
            "\"/Library/Extensions/a\\u000ab.kext\" is no kext: it has no Info.plist file.");
  }

  @Test
  @Timeout(10)
  void an_info_plist_of_a_gigabyte_is_not_read() throws IOException {
    disk.kext(FOO);
    try (var file = new RandomAccessFile(disk.here(FOO + "/Contents/Info.plist").toFile(), "rw")) {
      file.setLength(1L << 30);
    }

    assertThat(open("10.15").refusals())
        .extracting(OpeningRefusal::explanation)
        .containsExactly(
            "\"/Library/Extensions/Foo.kext\" is no kext: its Info.plist has 1073741824 bytes, and at most 16777216 are read.");
  }

  @Test
  @Timeout(10)
  void a_pipe_in_the_place_of_the_info_plist_is_not_opened() throws Exception {
    disk.folder(FOO + "/Contents");
    Process mkfifo =
        new ProcessBuilder("mkfifo", disk.here(FOO + "/Contents/Info.plist").toString()).start();
    assumeFalse(mkfifo.waitFor() != 0, "there is no mkfifo here");

    assertThat(open("10.15").refusals().get(0).messages())
        .containsExactly("/Library/Extensions/Foo.kext has no Info.plist file.");
  }

  @Test
  void a_link_to_the_info_plist_never_leads_out_of_the_root() throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    disk.folder(FOO + "/Contents").link(FOO + "/Contents/Info.plist", "../../../../../secret");

    assertThat(open("10.15").refusals())
        .extracting(OpeningRefusal::explanation)
        .containsExactly("\"/Library/Extensions/Foo.kext\" is no kext: it has no Info.plist file.");
  }

  @Test
  void a_folder_that_is_missing_holds_nothing_and_a_file_in_its_place_is_told() {
    assertThat(open("10.15")).isEqualTo(new Opening(List.of(), List.of()));

    disk.file(FOLDER, "");

    assertThat(open("10.15").refusals())
        .extracting(OpeningRefusal::explanation)
        .containsExactly("\"/Library/Extensions\" cannot be read: it is not a folder.");
  }

  private Opening open(String release) {
    TargetMac mac = TargetMac.of(MacOsVersion.parse(release), Architecture.X86_64);
    return new BundleOpener(root, mac).openFolder(Path.of(FOLDER));
  }
}
