package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KextBundleReaderRefusalTest {
  private static final String FOO = "/Library/Extensions/Foo.kext";

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
        "Foo.kext | A path must be absolute, as seen on the Mac: \"Foo.kext\".",
        "/a/../b/Foo.kext | A path must not go through \".\" or \"..\": \"/a/../b/Foo.kext\".",
        "/a/./Foo.kext | A path must not go through \".\" or \"..\": \"/a/./Foo.kext\"."
      })
  void a_path_must_be_plain(String path, String refusal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KextBundleReader(root).read(Path.of(path)))
        .withMessage(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a\n/Foo.kext", "/a\u0007/Foo.kext", "/a\u007f/Foo.kext", "/a\u0085/Foo.kext"})
  void a_path_holds_no_control_characters(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KextBundleReader(root).read(Path.of(path)))
        .withMessage("A path must not hold control characters: \"/a?/Foo.kext\".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a/Foo", "/a/.kext", "/a/Foo.KEXT", "/a/Foo.kext.disabled", "/", "/Foo.dext"})
  void a_name_must_be_that_of_a_kext(String path) {
    disk.folder(path.equals("/") ? "/a" : path);

    assertRefused(
        path,
        Fault.NOT_A_BUNDLE,
        "\"%s\" is not the name of a kext: it must end in \".kext\".".formatted(path));
  }

  @Test
  void a_bundle_that_is_missing() {
    disk.folder("/Library/Extensions");

    assertRefused(FOO, Fault.MISSING, "There is no \"/Library/Extensions/Foo.kext\".");
  }

  @Test
  void a_folder_on_the_way_that_is_missing_is_named() {
    assertRefused(
        FOO,
        Fault.MISSING,
        "There is no \"/Library/Extensions/Foo.kext\": \"/Library\" is missing.");
  }

  @Test
  void a_link_in_the_place_of_the_bundle() {
    disk.kext("/elsewhere/Bar.kext").link(FOO, "/elsewhere/Bar.kext");

    assertRefused(
        FOO,
        Fault.NOT_A_BUNDLE,
        "\"/Library/Extensions/Foo.kext\" is a symbolic link to \"/elsewhere/Bar.kext\"; "
            + "name the bundle itself.");
  }

  @Test
  void a_loop_on_the_way() {
    disk.link("/Library", "/Library");

    assertRefused(
        FOO,
        Fault.NOT_READABLE,
        "\"/Library/Extensions/Foo.kext\" cannot be read: "
            + "there are too many symbolic links on the way.");
  }

  @Test
  void a_file_in_the_place_of_the_bundle() {
    disk.file(FOO, "");

    assertRefused(FOO, Fault.NOT_A_BUNDLE, "\"/Library/Extensions/Foo.kext\" is not a folder.");
  }

  @Test
  void a_bundle_without_an_info_plist() {
    disk.folder(FOO + "/Contents/MacOS");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: it has no Info.plist file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Contents", "Resources", "Support Files"})
  void the_folder_that_is_there_decides_where_the_info_plist_is(String folder) {
    disk.folder(FOO + "/" + folder).file(FOO + "/Info.plist", DiskFixture.infoPlist(Map.of()));

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: it has no Info.plist file.");
  }

  @Test
  void the_case_of_the_name_of_the_info_plist_counts_where_the_file_system_says_so() {
    disk.file(FOO + "/Contents/info.plist", DiskFixture.infoPlist(Map.of()));
    assumeFalse(
        Files.exists(disk.here(FOO + "/Contents/INFO.PLIST")),
        "the case of names means nothing here");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: it has no Info.plist file.");
  }

  @Test
  void a_folder_in_the_place_of_the_info_plist() {
    disk.folder(FOO + "/Contents/Info.plist");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: its Info.plist is not a file.");
  }

  @Test
  @Timeout(10)
  void a_pipe_in_the_place_of_the_info_plist_is_not_opened() throws Exception {
    disk.folder(FOO + "/Contents");
    Process mkfifo =
        new ProcessBuilder("mkfifo", disk.here(FOO + "/Contents/Info.plist").toString()).start();
    assumeFalse(mkfifo.waitFor() != 0, "there is no mkfifo here");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: its Info.plist is not a file.");
  }

  @Test
  void an_info_plist_that_nobody_can_read_is_refused_with_the_place() {
    disk.file(FOO + "/Contents/Info.plist", "<dict>\n<key>a</key><foo/></dict>");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "The Info.plist of \"/Library/Extensions/Foo.kext\" cannot be read. "
            + "Line 2, column 19: <foo> is not an element of a property list.");
  }

  @Test
  void an_info_plist_must_be_a_dictionary() {
    disk.file(FOO + "/Contents/Info.plist", "<array/>");

    assertRefused(
        FOO,
        Fault.BAD_PROPERTY_LIST,
        "\"/Library/Extensions/Foo.kext\" is no kext: its Info.plist is of the kind array, not a dictionary.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CFBundlePackageType", "CFBundleIdentifier", "CFBundleVersion"})
  void three_keys_must_be_there_and_not_empty(String key) {
    String refusal = "\"/Library/Extensions/Foo.kext\" is no kext: its Info.plist has no %s.";

    disk.kext(FOO, Map.of(key, ""));
    assertRefused(FOO, Fault.BAD_PROPERTY_LIST, refusal.formatted(key));
    disk.kext(FOO, Map.of(key, "<string/>"));
    assertRefused(FOO, Fault.BAD_PROPERTY_LIST, refusal.formatted(key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CFBundleIdentifier | <integer>1</integer> | CFBundleIdentifier is of the kind integer, not a string.",
        "CFBundleExecutable | <true/> | CFBundleExecutable is of the kind boolean, not a string.",
        "OSBundleCompatibleVersion | <array/> | OSBundleCompatibleVersion is of the kind array, not a string.",
        "OSBundleLibraries | <array/> | OSBundleLibraries is of the kind array, not a dictionary.",
        "OSBundleLibraries_x86_64 | <string/> | OSBundleLibraries_x86_64 is of the kind string, not a dictionary.",
        "OSBundleLibraries | <dict><key>a.b</key><integer>1</integer></dict> | the version of a.b in OSBundleLibraries is of the kind integer, not a string.",
        "IOKitPersonalities | <array/> | IOKitPersonalities is of the kind array, not a dictionary."
      })
  void a_value_of_the_wrong_kind_is_named(String key, String value, String refusal) {
    disk.kext(FOO, Map.of(key, value));

    assertRefused(
        FOO, Fault.BAD_PROPERTY_LIST, "\"/Library/Extensions/Foo.kext\" is no kext: " + refusal);
  }

  @Test
  void a_folder_that_may_not_be_entered_is_not_said_to_be_empty() throws IOException {
    disk.kext(FOO);
    Path locked = disk.here("/Library/Extensions");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isExecutable(locked), "root may enter every folder");

      assertRefused(
          FOO,
          Fault.NOT_READABLE,
          "\"/Library/Extensions/Foo.kext\" cannot be read: permission denied.");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void assertRefused(String path, Fault fault, String message) {
    var refusal =
        catchThrowableOfType(
            UnreadableBundleException.class, () -> new KextBundleReader(root).read(Path.of(path)));

    assertThat(refusal).isNotNull().hasMessage(message);
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal.bundle()).isEqualTo(Path.of(path));
  }
}
