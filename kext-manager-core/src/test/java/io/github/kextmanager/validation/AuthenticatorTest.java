package io.github.kextmanager.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.DiskFixture;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
  private static final String FOO = "/Library/Extensions/Foo.kext";
  private static final Ownership ROOT_OWNS_ALL =
      (seen, onDisk) -> new OwnerAndMode(0, 0, onDisk.mode() & ~0022);

  @TempDir Path outside;

  private Path root;

  private DiskFixture disk;

  @BeforeEach
  void make_a_kext() throws IOException {
    root = Files.createDirectory(outside.resolve("root"));
    disk = new DiskFixture(root).kext(FOO);
  }

  @Test
  void a_kext_of_root_and_wheel_is_authentic() {
    Authentication result = authenticate("10.15", ROOT_OWNS_ALL);

    assertThat(result.isAuthentic()).isTrue();
    assertThat(result.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"501, 0, 0755", "0, 20, 0755", "0, 0, 0775", "0, 0, 0757"})
  void tells_the_owner_and_the_mode_that_are_wrong(int user, int group, String mode) {
    var wrong = new OwnerAndMode(user, group, Integer.parseInt(mode, 8));
    Ownership ownership =
        (seen, onDisk) -> seen.endsWith("Info.plist") ? wrong : ROOT_OWNS_ALL.of(seen, onDisk);

    Authentication result = authenticate("10.15", ownership);

    assertThat(result.isAuthentic()).isFalse();
    assertThat(result.findings())
        .containsExactly(
            Finding.of(
                    Diagnostic.WRONG_OWNER_OR_MODE,
                    new FindingPlace.File(Path.of(FOO + "/Contents/Info.plist"), "Info.plist"))
                .withFound("%d:%d mode %s".formatted(user, group, mode)));
  }

  @Test
  void what_the_finder_notes_and_what_is_in_plug_ins_does_not_count() {
    disk.file(FOO + "/Contents/.DS_Store", "").kext(FOO + "/Contents/PlugIns/Bar.kext");
    Ownership ownership =
        (seen, onDisk) ->
            seen.toString().contains("Bar.kext") || seen.endsWith(".DS_Store")
                ? new OwnerAndMode(501, 20, 0777)
                : ROOT_OWNS_ALL.of(seen, onDisk);

    assertThat(authenticate("10.15", ownership).isAuthentic()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"11.1, true", "11.2, false", "27, false"})
  void from_11_2_a_link_must_not_lead_out_of_the_bundle(String release, boolean isAuthentic) {
    disk.file("/opt/outside", "").link(FOO + "/Contents/link", "/opt/outside");

    assertThat(authenticate(release, ROOT_OWNS_ALL).isAuthentic()).isEqualTo(isAuthentic);
  }

  @Test
  void says_where_a_link_leads() {
    disk.file("/opt/outside", "").link(FOO + "/Contents/link", "/opt/outside");

    Authentication result = authenticate("11.2", ROOT_OWNS_ALL);

    Finding last = result.findings().get(1);
    assertThat(last.diagnostic()).isEqualTo(Diagnostic.LINK_OUT_OF_BUNDLE);
    assertThat(last.value(MacOsVersion.parse("11.2")))
        .contains("link - Symlink points outside of bundle.");
    assertThat(last.found()).contains("/opt/outside");
    assertThat(result.messages())
        .containsExactly(
            "Kext contains symlink at /Library/Extensions/Foo.kext/Contents/link which points outside of its bundle at /Library/Extensions/Foo.kext; rejecting.");
  }

  @Test
  void a_link_that_leads_nowhere_is_a_file_that_is_not_found() {
    disk.link(FOO + "/Contents/link", "nowhere");

    Authentication result = authenticate("10.15", ROOT_OWNS_ALL);

    assertThat(result.findings())
        .extracting(Finding::diagnostic)
        .containsExactly(Diagnostic.LINK_IN_BUNDLE, Diagnostic.AUTHENTICATION_FILE_NOT_FOUND);
  }

  @Test
  @Timeout(10)
  void links_in_a_circle_end() {
    disk.link(FOO + "/Contents/a", "b")
        .link(FOO + "/Contents/b", "a")
        .link(FOO + "/Contents/up", "..");

    Authentication result = authenticate("10.15", ROOT_OWNS_ALL);

    assertThat(result.findings())
        .filteredOn(finding -> finding.found().equals(Optional.of("too many symbolic links")))
        .hasSize(2);
  }

  @Test
  void a_link_to_a_file_outside_of_the_root_is_one_to_nowhere() throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    disk.link(FOO + "/Contents/link", "../../../../../secret");

    assertThat(authenticate("10.15", ROOT_OWNS_ALL).findings())
        .extracting(Finding::diagnostic)
        .contains(Diagnostic.AUTHENTICATION_FILE_NOT_FOUND);
  }

  private Authentication authenticate(String release, Ownership ownership) {
    TargetMac mac = TargetMac.of(MacOsVersion.parse(release), Architecture.X86_64);
    BundleOpener opener = new BundleOpener(root, mac);
    KextBundle bundle = opener.open(opener.named(Path.of(FOO))).bundles().get(0);
    return new Authenticator(root, mac, ownership).authenticate(bundle);
  }
}
