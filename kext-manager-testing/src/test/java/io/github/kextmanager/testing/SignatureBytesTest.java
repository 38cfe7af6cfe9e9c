package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bundle that somebody copies to the disk is judged by its bytes. */
class SignatureBytesTest {
  private static final BundleIdentifier ID = BundleIdentifier.of("com.example.driver.Widget");
  private static final TestKext WIDGET = TestKext.named(ID.value());
  private static final String INFO = "Contents/Info.plist";
  private static final int NOT_LOADABLE = 71;
  private static final int NOT_APPROVED = 27;

  @TempDir Path elsewhere;

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @AfterEach
  void close_the_mac() {
    mac.close();
  }

  static Stream<TestKext> good() {
    return Stream.of(
        WIDGET,
        WIDGET.startFails(0).flat(),
        WIDGET.codeless(),
        WIDGET.onlyFor(Chip.INTEL),
        TestKext.named("com.apple.driver.Widget"));
  }

  static Stream<TestKext> bad() {
    return Stream.of(
        WIDGET.unsigned(),
        WIDGET.adHocSigned(),
        WIDGET.tampered(),
        WIDGET.codeless().unsigned(),
        WIDGET.codeless().adHocSigned(),
        WIDGET.codeless().tampered(),
        TestKext.named("com.apple.driver.Widget").unsigned());
  }

  @ParameterizedTest
  @MethodSource("good")
  void one_that_is_signed_by_a_team_only_waits_for_approval(TestKext kext) throws IOException {
    assertThat(load(copy(kext))).isEqualTo(NOT_APPROVED);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void one_that_is_not_well_signed_is_refused(TestKext kext) throws IOException {
    assertThat(load(copy(kext))).isEqualTo(NOT_LOADABLE);
  }

  @Test
  void the_team_in_the_code_directory_is_the_one_to_approve() throws IOException {
    Path bundle = copy(WIDGET.signedBy("ABCDE12345"));
    mac.approveTeam("ABCDE12345");

    assertThat(load(bundle)).isZero();
  }

  @Test
  void a_property_list_that_was_edited_breaks_the_seal() throws IOException {
    Path bundle = copy(WIDGET);
    Path info = here(bundle).resolve(INFO);
    Files.writeString(info, Files.readString(info).replace("1.0.0", "1.0.1"));

    assertThat(load(bundle)).isEqualTo(NOT_LOADABLE);
  }

  @Test
  void a_resource_that_was_edited_breaks_the_seal() throws IOException {
    Path bundle = copy(WIDGET.matchesHardware());
    Path script = here(bundle).resolve("Contents/Resources/simulated-mac.properties");
    Files.writeString(script, Files.readString(script) + "# edited\n");

    assertThat(load(bundle)).isEqualTo(NOT_LOADABLE);
  }

  @Test
  void a_list_of_resources_that_is_missing_breaks_the_seal() throws IOException {
    Path bundle = copy(WIDGET);
    Files.delete(here(bundle).resolve("Contents/_CodeSignature/CodeResources"));

    assertThat(load(bundle)).isEqualTo(NOT_LOADABLE);
  }

  @Test
  void code_without_a_signature_in_a_signed_bundle_is_refused() throws IOException {
    Path bundle = copy(WIDGET.onlyFor(Chip.INTEL));
    Files.copy(
        WIDGET
            .onlyFor(Chip.INTEL)
            .unsigned()
            .at(Path.of("/Unsigned.kext"))
            .writeTo(elsewhere)
            .resolve("Contents/MacOS/Widget"),
        here(bundle).resolve("Contents/MacOS/Widget"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(load(bundle)).isEqualTo(NOT_LOADABLE);
  }

  private int load(Path bundle) {
    return new Commands(mac).run("/sbin/kextload", bundle.toString()).status();
  }

  private Path here(Path bundle) {
    return mac.root().resolve(Path.of("/").relativize(bundle).toString());
  }

  /** As an installer does: file by file, from another folder. */
  private Path copy(TestKext kext) throws IOException {
    Path from = kext.writeTo(elsewhere);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : List.copyOf(files.toList())) {
        Path to = here(kext.path()).resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return kext.path();
  }
}
