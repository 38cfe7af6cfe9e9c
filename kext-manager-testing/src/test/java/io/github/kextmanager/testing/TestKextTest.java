package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.FileType;
import io.github.kextmanager.macho.KmodInfo;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.MachOReader;
import io.github.kextmanager.macho.Slice;
import io.github.kextmanager.macho.SliceContent;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library reads the bundles of tests as it reads real ones. */
class TestKextTest {
  private static final UUID ID = UUID.fromString("6a1c3b5e-0000-4000-8000-0000000000aa");
  private static final TestKext WIDGET =
      TestKext.named("com.example.driver.Widget").version("1.2.3").uuid(ID);

  @TempDir Path root;

  @Test
  void lies_where_it_was_put() {
    Path written = WIDGET.at(Path.of("/opt/Other.kext")).writeTo(root);

    assertThat(written.getFileName()).hasToString("Other.kext");
    assertThat(written).exists();
  }

  @Test
  void cannot_lie_below_a_folder_that_is_missing() {
    assertThatThrownBy(() -> WIDGET.writeTo(root.resolve("nowhere")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void has_the_properties_that_it_was_given() {
    KextBundle bundle = read(WIDGET.needing("com.example.lib", "1.0").compatibleFrom("1.1"));

    assertThat(bundle.identifier().value()).isEqualTo("com.example.driver.Widget");
    assertThat(bundle.version()).hasToString("1.2.3");
    assertThat(
            new KextBundleReader(root).infoPlist(bundle).get("OSBundleLibraries", PlistDict.class))
        .hasValueSatisfying(
            libraries -> assertThat(libraries.entries()).containsKey("com.example.lib").hasSize(2));
  }

  @Test
  void is_valid_on_every_processor() {
    KextBundle bundle = read(WIDGET);

    assertThat(List.of("i386", "x86_64", "arm64e"))
        .allSatisfy(
            name ->
                assertThat(validator("10.15", name).validate(bundle).findings())
                    .as(name)
                    .isEmpty());
  }

  @Test
  void holds_code_for_three_processors() throws IOException {
    assertThat(slices(WIDGET))
        .extracting(slice -> slice.cpu().toString(), Slice::fileType)
        .containsExactly(
            tuple("i386", FileType.OBJECT),
            tuple("x86_64", FileType.KEXT_BUNDLE),
            tuple("arm64e", FileType.KEXT_BUNDLE));
  }

  @Test
  void has_nothing_in_its_code_that_cannot_be_right() throws IOException {
    assertThat(machO(WIDGET)).isInstanceOf(MachO.Fat.class);
    assertThat(((MachO.Fat) machO(WIDGET)).flaws()).isEmpty();
    assertThat(slices(WIDGET.importing("_IOLog").exporting("_spin")))
        .allSatisfy(slice -> assertThat(slice.flaws()).isEmpty());
  }

  @Test
  void is_thin_with_code_for_one_processor() throws IOException {
    assertThat(machO(WIDGET.onlyFor(Chip.APPLE_SILICON)))
        .isInstanceOfSatisfying(
            MachO.Thin.class,
            thin -> assertThat(thin.slice().cpu()).isEqualTo(Cpu.named("arm64e").orElseThrow()));
  }

  @Test
  void names_itself_in_kmod_info() throws IOException {
    assertThat(slices(WIDGET))
        .extracting(Slice::kmodInfo)
        .containsOnly(new KmodInfo.Read("com.example.driver.Widget", "1.2.3"));
  }

  @Test
  void cuts_a_name_that_is_too_long_for_kmod_info() throws IOException {
    String longName = "com.example." + "x".repeat(80);

    assertThat(slices(TestKext.named(longName).version("1")))
        .extracting(Slice::kmodInfo)
        .containsOnly(new KmodInfo.Read(longName.substring(0, 63), "1"));
  }

  @Test
  void has_its_uuid_in_every_slice() throws IOException {
    assertThat(slices(WIDGET)).allMatch(slice -> slice.uuid().filter(ID::equals).isPresent());
  }

  @Test
  void has_no_uuid_if_it_is_to_have_none() throws IOException {
    assertThat(slices(WIDGET.withoutUuid())).allMatch(slice -> slice.uuid().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"INTEL_32, 10.6", "INTEL, 10.6", "APPLE_SILICON, 11.0"})
  void says_which_release_it_needs(Chip chip, String release) throws IOException {
    assertThat(slices(WIDGET.onlyFor(chip)))
        .flatExtracting(Slice::builds)
        .extracting(build -> build.minimum().toString())
        .containsExactly(release);
  }

  @Test
  void writes_over_another_bundle() throws IOException {
    WIDGET.startFails(5).writeTo(root);

    Path written = WIDGET.unsigned().writeTo(root);

    assertThat(written.resolve("Contents/Resources/simulated-mac.properties")).doesNotExist();
    assertThat(written.resolve("Contents/_CodeSignature/CodeResources")).doesNotExist();
    assertThat(Files.exists(written.resolve("Contents/MacOS/Widget"))).isTrue();
  }

  private KextBundle read(TestKext kext) {
    kext.writeTo(root);
    return new KextBundleReader(root).read(kext.path());
  }

  private Validator validator(String release, String architecture) {
    return new Validator(
        root, TargetMac.of(MacOsVersion.parse(release), new Architecture(architecture)));
  }

  private MachO machO(TestKext kext) throws IOException {
    Path macOs = kext.writeTo(root).resolve("Contents/MacOS").toRealPath();
    try (var files = Files.list(macOs)) {
      return MachOReader.read(files.findFirst().orElseThrow());
    }
  }

  private List<Slice> slices(TestKext kext) throws IOException {
    return machO(kext).entries().stream()
        .map(entry -> ((SliceContent.Code) entry.content()).slice())
        .toList();
  }
}
