package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  @TempDir Path folder;
  private Bundles bundles;

  @BeforeEach
  void writeAGoodKext() throws IOException {
    bundles = new Bundles(folder);
    bundles.add("Good", "");
    assumeTrue(bundles.belongToRoot(), "only root can make files that belong to root");
  }

  @Test
  void says_little_if_all_is_well() {
    assertThat(check()).isEqualTo(new KextmRun(0, "1 loadable.\n", ""));
  }

  @Test
  void shows_the_good_ones_if_asked_to() {
    assertThat(check("--verbose").out())
        .startsWith("/Library/Extensions/Good.kext (com.example.Good 1.0): loadable\n");
  }

  @Test
  void says_what_is_missing_and_what_to_do() throws IOException {
    bundles.add("Bad", "com.example.None");

    KextmRun run = check();

    assertThat(run)
        .isEqualTo(
            new KextmRun(
                21,
                """
                /Library/Extensions/Bad.kext (com.example.Bad 1.0): without the libraries that it needs
                  No kexts found for these libraries
                    at com.example.None
                    To do: Install the library, or correct its identifier in OSBundleLibraries.
                1 loadable; 1 without the libraries that it needs.
                """,
                ""));
  }

  @Test
  void an_invalid_kext_counts_for_more_than_a_missing_library() throws IOException {
    bundles.add("Bad", "com.example.None");
    bundles.write("Worse", "<plist><dict><key>CFBundleIdentifier</key><true/></dict></plist>");

    assertThat(check().status()).isEqualTo(20);
  }

  @Test
  void a_kext_whose_library_is_invalid_is_no_better_than_that() throws IOException {
    bundles.add("Bad", "");
    Files.setAttribute(bundles.bundle("Bad").resolve("Contents/Info.plist"), "unix:uid", 7);
    bundles.add("User", "com.example.Bad");

    KextmRun run = check("/Library/Extensions/User.kext");

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out()).contains("with a library that is invalid or not authentic");
  }

  @Test
  void a_kext_that_needs_two_copies_of_a_library_cannot_have_both() throws IOException {
    bundles.write("Old", kext("Library", "1.0", ""));
    bundles.write("New", kext("Library", "2.0", ""));
    bundles.write("Middle", kext("Middle", "1.0", library("Library", "2.0")));
    String both = library("Library", "1.0") + library("Middle", "1.0");
    bundles.write("User", kext("User", "1.0", both));

    KextmRun run = check("/Library/Extensions/User.kext");

    assertThat(run.status()).isEqualTo(21);
    assertThat(run.out()).contains("without the libraries", "Multiple kexts for these libraries");
  }

  @Test
  void a_kext_whose_library_no_safe_boot_loads_is_not_loaded_in_one() throws IOException {
    bundles.write("User", required(kext("User", "1.0", library("Good", "1.0"))));

    KextmRun run = check("/Library/Extensions/User.kext", "--safe-boot");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("not loaded in a safe boot");
  }

  private static String kext(String name, String version, String libraries) {
    return """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key><string>KEXT</string>
        <key>CFBundleIdentifier</key><string>com.example.%s</string>
        <key>CFBundleVersion</key><string>%s</string>
        <key>OSBundleCompatibleVersion</key><string>%s</string>
        <key>OSBundleLibraries</key><dict>%s</dict>
        </dict></plist>
        """
        .formatted(name, version, version, libraries);
  }

  private static String library(String name, String version) {
    return "<key>com.example.%s</key><string>%s</string>".formatted(name, version);
  }

  private static String required(String kext) {
    return kext.replace(
        "</dict></plist>", "<key>OSBundleRequired</key><string>Safe Boot</string></dict></plist>");
  }

  @Test
  void says_why_something_is_no_kext() throws IOException {
    Files.createDirectories(bundles.bundle("Empty"));

    KextmRun run = check();

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.out())
        .startsWith("/Library/Extensions/Empty.kext: no kext\n")
        .contains("no Info.plist")
        .endsWith("1 loadable; 1 no kext.\n");
  }

  @Test
  void judges_only_the_bundle_that_is_named() throws IOException {
    bundles.add("Bad", "com.example.None");

    assertThat(check("/Library/Extensions/Good.kext").status()).isZero();
  }

  @Test
  void takes_the_libraries_of_a_bundle_elsewhere_from_the_folders() throws IOException {
    bundles.add("User", "com.example.Good");
    Files.createDirectories(folder.resolve("Users"));
    Files.move(bundles.bundle("User"), folder.resolve("Users/User.kext"));

    assertThat(check("/Users/User.kext", "--verbose"))
        .isEqualTo(
            new KextmRun(
                0, "/Users/User.kext (com.example.User 1.0): loadable\n1 loadable.\n", ""));
  }

  @Test
  void a_kext_that_no_safe_boot_loads_ends_in_1() {
    KextmRun run = check("--safe-boot");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("not loaded in a safe boot");
  }

  @Test
  void a_bundle_that_is_not_there_ends_in_66_and_the_others_are_judged() {
    KextmRun run = check("/None.kext", "/Library/Extensions/Good.kext", "--json");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json()).hasSize(3);
    assertThat(run.json().get(0).keySet()).containsExactly("schema", "file", "error");
    assertThat(run.json().get(1).get("loadable").getAsBoolean()).isTrue();
  }

  @Test
  void a_folder_that_is_not_there_ends_in_66_and_the_others_are_searched() {
    KextmRun run =
        KextmRun.of("check", "--root", folder.toString(), "--scan", "/None", "/Library/Extensions");

    assertThat(run)
        .isEqualTo(new KextmRun(66, "1 loadable.\n", "kextm: /None: there is no such file\n"));
  }

  @Test
  void folders_can_be_named_together_or_apart() throws IOException {
    Files.createDirectories(folder.resolve("A"));
    Files.createDirectories(folder.resolve("B"));

    KextmRun run =
        KextmRun.of(
            "check", "--root", folder.toString(), "--scan", "/A", "/B", "--scan", "/Library");

    assertThat(run).isEqualTo(new KextmRun(0, "No kext was judged.\n", ""));
  }

  @Test
  void json_answers_in_the_order_of_opening_and_ends_with_the_whole() throws IOException {
    bundles.add("b", "");
    bundles.add("A", "");

    List<JsonObject> json =
        check("--json", "--query", "com.example.A@1.0", "--query", "com.example.A@2").json();

    List<String> paths = new ArrayList<>();
    json.subList(0, 3).forEach(kext -> paths.add(kext.get("path").getAsString()));
    assertThat(paths)
        .containsExactly(
            "/Library/Extensions/A.kext",
            "/Library/Extensions/b.kext",
            "/Library/Extensions/Good.kext");
    assertThat(json.get(3).keySet())
        .containsExactly("schema", "opened", "byIdentifier", "scanMessages", "queries", "refused");
    assertThat(json.get(3).get("queries").toString())
        .isEqualTo(
            "[{\"identifier\":\"com.example.A\",\"requested\":\"1.0\","
                + "\"compatible\":\"/Library/Extensions/A.kext\",\"exact\":\"/Library/Extensions/A.kext\"},"
                + "{\"identifier\":\"com.example.A\",\"requested\":\"2\",\"compatible\":null,\"exact\":null}]");
  }

  @Test
  void json_is_ascii_whatever_a_name_holds() throws IOException {
    bundles.write("\u00fc\nx", "<plist><dict/></plist>");

    KextmRun run = check("--json");

    assertThat(run.out()).matches("(?s)[\\n -~]*").contains("/\\u00fc\\u000ax.kext");
  }

  @Test
  void by_itself_it_judges_for_the_newest_release_on_apple_silicon() {
    KextmRun run = KextmRun.of("check", "--root", folder.toString());

    assertThat(run).isEqualTo(new KextmRun(0, "1 loadable.\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --as ten                 | --as: A macOS release is one to three numbers",
        "check --arch vax               | --arch: a kernel is one of",
        "check --query com.example.A    | --query is an identifier and a version",
        "check --query com.example.A@x  | --query com.example.A@x:",
        "check --simulate 14            | --as names the release",
        "check --root /tmp A.kext       | With --root a path is absolute",
        "check ../A.kext                | A path must not go through \"..\"",
        "check /Library/Extensions     | A bundle ends in .kext or .dext",
        "check --scan                   | Missing required parameter for option '--scan'",
      })
  void a_mistake_ends_in_64(String line, String complaint) {
    KextmRun run = KextmRun.of(line.split(" ", -1));

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).startsWith("kextm: ").contains(complaint);
  }

  @Test
  void a_root_that_is_not_there_ends_in_66() {
    assertThat(KextmRun.of("check", "--root", folder + "/none").status()).isEqualTo(66);
  }

  private KextmRun check(String... more) {
    List<String> words = new ArrayList<>(List.of("check", "--root", folder.toString()));
    words.addAll(List.of("--as", "10.15"));
    words.addAll(List.of(more));
    return KextmRun.of(words.toArray(new String[0]));
  }
}
