package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kextm writes for administrators: profiles and rules of sudo. */
class AdministratorTest {
  private static final String WIDGET = "/Library/Extensions/Widget.kext";

  @TempDir Path root;

  @BeforeEach
  void install() {
    TestKext.named("com.example.Widget").signedBy("ABCDE12345").writeTo(root);
    TestKext.named("com.example.Unsigned").unsigned().writeTo(root);
  }

  private KextmRun kextm(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--root", root.toString()));
    return KextmRun.with("", all.toArray(String[]::new));
  }

  @Test
  void a_profile_names_the_kext_under_its_team() {
    KextmRun run = kextm("profile", WIDGET);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("<key>ABCDE12345</key><array><string>com.example.Widget</string></array>");
  }

  @Test
  void a_profile_that_was_written_covers_the_kext() throws IOException {
    Path file = Files.writeString(root.resolve("p.mobileconfig"), kextm("profile", WIDGET).out());

    KextmRun run = kextm("profile", "--check", file.toString(), WIDGET, "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json().get(0).get("coverage").getAsString()).isEqualTo("BY_EXTENSION");
    assertThat(run.json().get(0).get("teamIdentifier").getAsString()).isEqualTo("ABCDE12345");
  }

  @ParameterizedTest
  @CsvSource({"true, 27, a person may approve it", "false, 23, lets nobody approve it"})
  void says_what_happens_to_a_kext_that_a_profile_does_not_list(
      String overrides, int status, String words) throws IOException {
    Path file =
        Files.writeString(
            root.resolve("p.plist"),
            "<plist version=\"1.0\"><dict><key>AllowUserOverrides</key><%s/></dict></plist>"
                .formatted(overrides));

    KextmRun run = kextm("profile", "--check", file.toString(), WIDGET);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).contains(words);
  }

  @Test
  void says_that_no_team_is_known() {
    KextmRun run = kextm("profile", "/Library/Extensions/Unsigned.kext");

    assertThat(run.err()).contains("names no team");
  }

  @Test
  void names_a_profile_that_is_none() throws IOException {
    Path file = Files.writeString(root.resolve("junk"), "no plist");

    KextmRun run = kextm("profile", "--check", file.toString(), WIDGET);

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.err()).contains(file.toString());
  }

  @Test
  void the_rules_of_sudo_are_the_commands_that_kextm_runs() {
    assertThat(kextm("sudoers", "--user", "installer", WIDGET, "--as", "10.15").out())
        .isEqualTo(
            """
            installer ALL=(root) NOPASSWD: /sbin/kextload -- /Library/Extensions/Widget.kext
            installer ALL=(root) NOPASSWD: /sbin/kextload -b com.example.Widget
            installer ALL=(root) NOPASSWD: /sbin/kextunload -b com.example.Widget
            """);
    assertThat(kextm("sudoers", "--user", "%admin", WIDGET, "--as", "14").out())
        .isEqualTo(
            """
            %admin ALL=(root) NOPASSWD: /usr/bin/kmutil load -p /Library/Extensions/Widget.kext
            %admin ALL=(root) NOPASSWD: /usr/bin/kmutil load -b com.example.Widget
            %admin ALL=(root) NOPASSWD: /usr/bin/kmutil unload -b com.example.Widget
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15", "14"})
  void visudo_accepts_the_rules(String release) throws Exception {
    Path visudo = Path.of("/usr/sbin/visudo");
    assumeTrue(Files.isExecutable(visudo), "needs visudo");
    Path file =
        Files.writeString(
            root.resolve("rules"),
            kextm("sudoers", "--user", "installer", WIDGET, "--as", release).out());

    Process check =
        new ProcessBuilder(visudo.toString(), "-c", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "a,b", "a ALL=(ALL)", "+a", "%", "", "a\nb"})
  void refuses_a_user_that_would_mean_more_than_a_user(String user) {
    KextmRun run = kextm("sudoers", "--user", user, WIDGET);

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void lets_the_name_of_a_bundle_mean_nothing_but_itself() {
    TestKext.named("com.example.Star").at(Path.of("/Library/Extensions/St*r.kext")).writeTo(root);

    KextmRun run = kextm("sudoers", "--user", "me", "/Library/Extensions/St*r.kext");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("/Library/Extensions/St\\*r.kext");
  }

  @Test
  void refuses_a_bundle_whose_path_sudo_cannot_tell_from_two() {
    TestKext.named("com.example.Two").at(Path.of("/Library/Extensions/Tw o.kext")).writeTo(root);

    KextmRun run = kextm("sudoers", "--user", "me", "/Library/Extensions/Tw o.kext");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Tw o.kext", "without spaces");
  }

  @Test
  void refuses_rules_for_a_bundle_that_anybody_may_replace() throws IOException {
    Path shared = root.resolve("Library/Extensions");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

    KextmRun run =
        KextmRun.of("sudoers", "--user", "me", shared.resolve("Widget.kext").toString(), "--json");

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.json().get(0).get("rules").isJsonNull()).isTrue();
    assertThat(run.json().get(0).getAsJsonArray("risks")).isNotEmpty();
    assertThat(run.err()).contains("become root", shared + ": ");
  }

  @Test
  void refuses_rules_for_a_bundle_that_anybody_may_write_to() throws IOException {
    Path info = root.resolve("Library/Extensions/Widget.kext/Contents/Info.plist");
    Files.setPosixFilePermissions(info, PosixFilePermissions.fromString("rw-rw-rw-"));

    KextmRun run =
        KextmRun.of("sudoers", "--user", "me", root.resolve(WIDGET.substring(1)).toString());

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Info.plist");
  }

  @Test
  void warns_below_a_folder_whose_owners_are_not_those_of_the_mac() throws IOException {
    Path shared = root.resolve("Library/Extensions");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

    KextmRun run = kextm("sudoers", "--user", "me", WIDGET);

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("NOPASSWD");
    assertThat(run.err()).contains("make sure that on the Mac root alone may change");
  }

  @Test
  void names_what_a_link_leads_to() throws IOException {
    Files.createSymbolicLink(root.resolve("Kexts"), Path.of("/Library/Extensions"));

    assertThat(kextm("sudoers", "--user", "me", "/Kexts/Widget.kext").out())
        .contains(" " + WIDGET)
        .doesNotContain("/Kexts/");
  }
}
