package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionFoldersTest {
  private static final BundleIdentifier DRIVER = BundleIdentifier.of("com.example.driver");

  @TempDir Path root;

  private DiskFixture disk;

  @BeforeEach
  void make_a_disk() {
    disk = new DiskFixture(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.8  | /System/Library/Extensions",
        "10.9  | /System/Library/Extensions,/Library/Extensions",
        "10.13 | /System/Library/Extensions,/Library/Extensions",
        "10.14 | /System/Library/Extensions,/Library/Extensions,/AppleInternal/Library/Extensions",
        "10.15 | /System/Library/Extensions,/Library/Extensions,/System/Library/DriverExtensions,/Library/DriverExtensions,/Library/Apple/System/Library/Extensions,/AppleInternal/Library/Extensions",
        "26    | /System/Library/Extensions,/Library/Extensions,/System/Library/DriverExtensions,/Library/DriverExtensions,/Library/Apple/System/Library/Extensions,/AppleInternal/Library/Extensions"
      })
  void every_release_has_its_folders_in_order(String release, String folders) {
    for (String folder :
        List.of(
            "/System/Library/Extensions",
            "/Library/Extensions",
            "/System/Library/DriverExtensions",
            "/Library/DriverExtensions",
            "/Library/Apple/System/Library/Extensions",
            "/AppleInternal/Library/Extensions",
            "/Users/me")) {
      disk.kext(folder + "/Foo.kext");
    }

    assertThat(new ExtensionFolders(root, MacOsVersion.parse(release)).find(DRIVER))
        .extracting(bundle -> String.valueOf(bundle.path().getParent()))
        .containsExactly(folders.split(","));
  }

  @Test
  void inside_a_folder_the_order_is_by_name_without_case() {
    disk.kext("/Library/Extensions/b.kext")
        .kext("/Library/Extensions/C.kext")
        .kext("/Library/Extensions/A.kext")
        .kext("/System/Library/Extensions/z.kext");

    assertThat(paths())
        .containsExactly(
            "/System/Library/Extensions/z.kext",
            "/Library/Extensions/A.kext",
            "/Library/Extensions/b.kext",
            "/Library/Extensions/C.kext");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Contents/PlugIns", "Contents/Plug-ins"})
  void plug_ins_follow_their_container_and_have_none_of_their_own(String plugIns) {
    String plugIn = "/Library/Extensions/A.kext/" + plugIns + "/P.kext";
    disk.kext("/Library/Extensions/A.kext")
        .kext("/Library/Extensions/B.kext")
        .kext(plugIn)
        .kext(plugIn + "/Contents/PlugIns/Q.kext");

    assertThat(paths())
        .containsExactly("/Library/Extensions/A.kext", plugIn, "/Library/Extensions/B.kext");
  }

  @Test
  void plug_ins_of_a_flat_bundle_are_at_its_top() {
    disk.file("/System/Library/Extensions/System.kext/Info.plist", DiskFixture.infoPlist(Map.of()))
        .kext("/System/Library/Extensions/System.kext/PlugIns/P.kext");

    assertThat(paths())
        .containsExactly(
            "/System/Library/Extensions/System.kext",
            "/System/Library/Extensions/System.kext/PlugIns/P.kext");
  }

  @Test
  void other_names_and_deeper_folders_are_not_looked_at() {
    disk.kext("/Library/Extensions/Sub/A.kext")
        .kext("/Library/Extensions/A.bundle/Contents/PlugIns/B.kext")
        .kext("/Library/Extensions/.kext")
        .kext("/Library/Extensions/A.KEXT")
        .kext("/Library/Extensions/A.kext.disabled");

    assertThat(scan().bundles()).isEmpty();
    assertThat(scan().unreadable()).isEmpty();
  }

  @Test
  void finds_by_the_exact_identifier() {
    disk.kext("/Library/Extensions/A.kext")
        .kext(
            "/Library/Extensions/B.kext",
            Map.of("CFBundleIdentifier", "<string>com.example.Driver</string>"));

    assertThat(folders().find(DRIVER))
        .extracting(bundle -> bundle.path().toString())
        .containsExactly("/Library/Extensions/A.kext");
  }

  @Test
  void what_cannot_be_read_is_told_once_and_stops_nothing() {
    disk.file("/Library/Extensions/A.kext", "a file")
        .folder("/Library/Extensions/B.kext")
        .kext("/Library/Extensions/B.kext/PlugIns/P.kext")
        .link("/Library/Extensions/C.kext", "C.kext")
        .link("/Library/Extensions/D.kext", "/gone/D.kext")
        .kext("/Library/Extensions/E.kext");

    assertThat(scan().unreadable())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "\"/Library/Extensions/A.kext\" is not a folder.",
            "\"/Library/Extensions/B.kext\" is no kext: it has no Info.plist file.",
            "\"/Library/Extensions/C.kext\" cannot be read: there are too many symbolic links on the way.",
            "There is no \"/Library/Extensions/D.kext\": \"/gone\" is missing.");
    assertThat(paths())
        .containsExactly("/Library/Extensions/B.kext/PlugIns/P.kext", "/Library/Extensions/E.kext");
  }

  @Test
  void a_link_in_a_folder_is_followed_to_the_bundle() {
    disk.kext("/opt/Foo.kext").link("/Library/Extensions/Foo.kext", "/opt/Foo.kext");

    assertThat(paths()).containsExactly("/opt/Foo.kext");
  }

  @Test
  void a_folder_that_is_missing_holds_nothing() {
    assertThat(scan().bundles()).isEmpty();
    assertThat(scan().unreadable()).isEmpty();
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_told() {
    disk.file("/Library/Extensions", "");

    assertThat(scan().unreadable())
        .extracting(Throwable::getMessage)
        .containsExactly("\"/Library/Extensions\" cannot be read: it is not a folder.");
  }

  private List<String> paths() {
    return scan().bundles().stream().map(bundle -> bundle.path().toString()).toList();
  }

  private ExtensionFolders.Scan scan() {
    return folders().scan();
  }

  private ExtensionFolders folders() {
    return new ExtensionFolders(root, MacOsVersion.parse("10.15.7"));
  }
}
