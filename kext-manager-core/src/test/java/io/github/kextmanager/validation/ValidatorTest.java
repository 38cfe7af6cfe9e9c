package io.github.kextmanager.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.DiskFixture;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {
  private static final String FOO = "/Library/Extensions/Foo.kext";
  private static final String LIBRARIES =
      "<dict><key>com.apple.kpi.bsd</key><string>8.0</string></dict>";

  @TempDir Path outside;

  private Path root;

  private DiskFixture disk;

  @BeforeEach
  void make_a_disk() throws IOException {
    root = Files.createDirectory(outside.resolve("root"));
    disk = new DiskFixture(root);
  }

  @Test
  void a_kext_without_code_is_valid() {
    Validation validation = validate("10.15", Map.of());

    assertThat(validation.isValid()).isTrue();
    assertThat(validation.findings()).isEmpty();
  }

  @Test
  void tells_the_key_the_value_and_what_it_should_be() {
    Finding finding = validate("10.15", Map.of("CFBundleVersion", "<true/>")).findings().get(0);

    assertThat(finding.text(release("10.15")))
        .isEqualTo("Info dictionary property value is of illegal type");
    assertThat(finding.value(release("10.15"))).contains("CFBundleVersion - should be <string>");
    assertThat(finding.found()).contains("boolean true");
    assertThat(finding.diagnostic().remedy()).isNotEmpty();
  }

  @Test
  void where_apple_says_nothing_there_is_a_finding_all_the_same() {
    Validation validation =
        validate("10.15", Map.of("OSBundleCompatibleVersion", "<string>x</string>"));

    assertThat(validation.isValid()).isFalse();
    assertThat(validation.findings())
        .extracting(Finding::diagnostic)
        .containsExactly(Diagnostic.COMPATIBLE_VERSION_ILLEGAL);
    assertThat(new DiagnosticsPrinter(release("10.15")).print(validation.findings())).isEmpty();
  }

  @Test
  void an_unknown_requirement_is_a_failure_of_a_valid_kext() {
    Validation validation = validate("10.15", Map.of("OSBundleRequired", "<string>root</string>"));

    assertThat(validation.isValid()).isTrue();
    assertThat(validation.isLoadableInSafeBoot()).isTrue();
    assertThat(new DiagnosticsPrinter(release("10.15")).print(validation.findings()))
        .isEqualTo(
            """
            Validation Failures:\s
                Info dictionary property value is illegal:\s
                    OSBundleRequired

            """);
  }

  @Test
  @Timeout(10)
  void a_pipe_in_the_place_of_the_executable_is_not_opened() throws Exception {
    disk.folder(FOO + "/Contents/MacOS");
    Process mkfifo =
        new ProcessBuilder("mkfifo", disk.here(FOO + "/Contents/MacOS/Foo").toString()).start();
    assumeFalse(mkfifo.waitFor() != 0, "there is no mkfifo here");

    Validation validation = validate("10.15", withExecutable());

    assertThat(validation.isValid()).isFalse();
    assertThat(validation.findings())
        .extracting(Finding::diagnostic)
        .containsExactly(Diagnostic.EXECUTABLE_NOT_A_FILE);
  }

  @ParameterizedTest
  @CsvSource({"10.14.6, NO_KEXT_CODE, true", "10.15, FILE_ACCESS, false"})
  void an_empty_executable_is_refused_from_10_15(
      String release, Diagnostic diagnostic, boolean isValid) {
    disk.file(FOO + "/Contents/MacOS/Foo", "");

    Validation validation = validate(release, withExecutable());

    assertThat(validation.isValid()).isEqualTo(isValid);
    assertThat(validation.findings()).extracting(Finding::diagnostic).containsExactly(diagnostic);
  }

  @Test
  void a_link_to_an_executable_outside_of_the_root_leads_nowhere() throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    disk.link(FOO + "/Contents/MacOS/Foo", "../../../../../../secret");

    assertThat(validate("10.15", withExecutable()).executable().status())
        .isEqualTo(KextExecutable.Status.NOT_FOUND);
  }

  @Test
  void no_name_of_an_executable_leads_out_of_the_root() throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    Map<String, String> keys = new HashMap<>(withExecutable());
    keys.put("CFBundleExecutable", "<string>../../../../../../secret</string>");

    assertThat(validate("10.15", keys).executable().status())
        .isEqualTo(KextExecutable.Status.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "OSBundleIsInterface, <true/>, Driver Extensions may not use the OSBundleIsInterface key; please remove.",
    "OSBundleRequired, <string>Root</string>, 'Third-party Driver Extensions are ineligible to run in Safe Boot, or match on devices during early boot. Please remove the OSBundleRequired key from your Info.plist.'"
  })
  void driver_extensions_have_rules_of_their_own(String key, String value, String text) {
    Validation validation =
        validate("10.15", Map.of("CFBundlePackageType", "<string>DEXT</string>", key, value));

    assertThat(validation.isValid()).isFalse();
    assertThat(validation.findings())
        .extracting(finding -> finding.text(release("10.15")))
        .containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({"10.6, VALIDATION_FAILURES", "10.7, BOOT_LEVEL_RESTRICTIONS"})
  void what_a_safe_boot_leaves_out_has_a_heading_of_its_own_from_10_7(
      String release, DiagnosticCategory category) {
    assertThat(Diagnostic.NOT_IN_SAFE_BOOT.category(release(release))).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({"10.12.6, availalble", "10.13, available"})
  void the_spelling_is_that_of_the_release(String release, String word) {
    assertThat(Diagnostic.DEPENDENCY_NOT_IN_EARLY_BOOT.text(release(release))).contains(word);
  }

  private static Map<String, String> withExecutable() {
    return Map.of("CFBundleExecutable", "<string>Foo</string>", "OSBundleLibraries", LIBRARIES);
  }

  private Validation validate(String release, Map<String, String> keys) {
    disk.kext(FOO, keys);
    TargetMac mac = TargetMac.of(release(release), Architecture.X86_64);
    BundleOpener opener = new BundleOpener(root, mac);
    KextBundle bundle = opener.open(opener.named(Path.of(FOO))).bundles().get(0);
    return new Validator(root, mac).validate(bundle);
  }

  private static MacOsVersion release(String text) {
    return MacOsVersion.parse(text);
  }
}
