package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.cli.verb.Verbs;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is told who does not know the verbs for administrators yet. */
@Timeout(60)
class StrangerTest {

  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    TestKext.named("com.example.Widget").writeTo(folder);
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xf4, 0, 1, 2});
    Files.createSymbolicLink(folder.resolve("loop.kext"), Path.of("loop.kext"));
    Files.createDirectory(folder.resolve("Empty.kext"));
    Files.writeString(
        folder.resolve("other.plist"),
        "<plist version=\"1.0\"><dict><key>a</key><true/></dict></plist>");
    Files.writeString(folder.resolve("letter"), "Dear administrator,\n");
    Path pipe = folder.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "needs mkfifo");
  }

  /** {@code DIR} stands for the folder. */
  private KextmRun kextm(String words) {
    return KextmRun.of(
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.replace("DIR", folder.toString()))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "doctor --as banana DIR/Empty.kext; 64; \"banana\"",
        "doctor --as 10.5 DIR/Empty.kext; 64; not 10.5",
        "doctor --as 99 DIR/Empty.kext; 64; not 99",
        "doctor --as 20 DIR/Empty.kext; 64; not 20",
        "doctor --as 14; 64; must be named",
        "doctor --as 14 --arch m68k DIR/Empty.kext; 64; \"m68k\"",
        "doctor --as 14 --journal DIR/j DIR/Empty.kext; 64; --journal",
        "doctor --as 14 --record DIR/r DIR/Empty.kext; 64; --record",
        "doctor --as 14 --simulate 14 DIR/Empty.kext; 64; no simulated one",
        "doctor --simulate 14 --root DIR/binary; 64; DIR/binary is no folder",
        "doctor --simulate 14 --timeout 0; 64; \"0\"",
        "doctor --mac DIR/none; 66; DIR/none",
        "doctor --simulate 14 --root DIR relative.kext/x; 64; absolute",
        "explain DIR/none; 66; DIR/none: there is no such file",
        "explain DIR; 66; it is a folder",
        "explain DIR/pipe; 66; DIR/pipe: it is a named pipe",
        "explain --simulate 14 DIR/binary; 64; --as names the release",
        "explain --mac DIR/none DIR/binary; 64; --as names the release",
        "explain --as 99 DIR/binary; 64; not 99",
        "explain --exit 999 DIR/binary; 64; \"999\"",
        "report; 64; 'FILE'",
        "report DIR/none/x.zip --simulate 14; 66; there is no folder DIR/none",
        "report DIR/binary/x.zip --simulate 14; 66; there is no folder DIR/binary",
        "report DIR/pipe --simulate 14; 64; DIR/pipe is there already",
        "report DIR/loop.kext --simulate 14; 64; DIR/loop.kext is there already",
        "profile DIR/none.kext; 66; DIR/none.kext",
        "profile DIR/Empty.kext; 66; no Info.plist",
        "profile DIR/pipe; 66; DIR/pipe",
        "profile --check DIR/pipe DIR/Library/Extensions/Widget.kext; 66; DIR/pipe: it is a named"
            + " pipe",
        "profile --check DIR DIR/Library/Extensions/Widget.kext; 66; it is a folder",
        "profile --check DIR/binary DIR/Library/Extensions/Widget.kext; 66; no property list",
        "profile --check DIR/letter DIR/Library/Extensions/Widget.kext; 66; begins with \"Dear\"",
        "profile --check DIR/other.plist DIR/Library/Extensions/Widget.kext; 66; but no profile",
        "profile --check DIR/other.plist --name x DIR/Library/Extensions/Widget.kext; 64; --name",
        "sudoers DIR/Empty.kext; 64; --user",
        "sudoers --user jane; 64; 'BUNDLE'",
        "sudoers --user jane --as 10.5 DIR/Library/Extensions/Widget.kext; 64; not 10.5",
        "sudoers --user jane DIR/loop.kext; 66; DIR/loop.kext",
        "owed; 64; --journal FILE is needed",
        "owed --journal DIR/pipe --simulate 14; 75; DIR/pipe is not a file",
        "owed --journal DIR --simulate 14; 75; is not a file",
        "mac; 64; Its verbs are: mac new, mac show",
        "mac frob; 64; \"mac frob\" is no verb",
        "mac new 14 DIR; 64; DIR is not",
        "mac new 14 DIR/binary; 64; DIR/binary is none",
        "mac show DIR; 66; DIR",
        "mac kext x.kext com.example.X --mac DIR/none; 66; DIR/none",
      },
      quoteCharacter = '`')
  void names_the_input_and_the_rule(String words, int status, String said) {
    KextmRun run = kextm(words);

    assertThat(run.err())
        .contains(said.replace("DIR", folder.toString()))
        .doesNotContain("\tat ", "Exception");
    assertThat(run.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "DIR/pipe, 20",
    "DIR/binary, 20",
    "DIR/Empty.kext, 20",
    "DIR/loop.kext, 66",
    "DIR/none.kext, 66"
  })
  void a_diagnosis_of_what_is_no_kext_names_it(String bundle, int status) {
    KextmRun run = kextm("doctor --as 14 " + bundle);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).contains(bundle.replace("DIR", folder.toString()) + ":");
  }

  @Test
  void says_why_a_simulated_mac_has_no_such_file() {
    String bundle = folder.resolve("Library/Extensions/Widget.kext").toString();

    assertThat(kextm("doctor --simulate 14 " + bundle).err())
        .containsOnlyOnce("has no files but its own, so no " + bundle + ": --root DIR");
    assertThat(kextm("load --simulate 14 " + bundle).err()).contains("--root DIR");
    assertThat(kextm("doctor --simulate 14 --root DIR /None.kext").err())
        .contains("below " + folder + ", and there is no /None.kext there");
    assertThat(kextm("doctor --simulate 14 --root DIR /Library/Extensions/Widget.kext").err())
        .isEmpty();
  }

  @Test
  void says_that_a_bundle_can_be_judged_without_a_mac() {
    assumeTrue(!System.getProperty("os.name").startsWith("Mac"), "needs a machine that is no Mac");

    KextmRun run = kextm("doctor DIR/Library/Extensions/Widget.kext");

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err()).contains("with --as RELEASE a bundle is judged without a Mac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mac --help", "mac -h", "help mac"})
  void helps_with_a_group_of_verbs(String words) {
    KextmRun run = kextm(words);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("Usage: kextm mac VERB")
        .contains("  mac new ", "  mac enter ")
        .doesNotContain("doctor");
  }

  @Test
  void helps_with_each_verb() {
    for (String name : Verbs.NAMES) {
      KextmRun run = kextm(name + " --help");

      assertThat(run.status()).as(name).isZero();
      assertThat(run.out()).as(name).contains("Usage: kextm " + name);
    }
  }

  @Test
  void puts_a_kext_onto_the_mac_that_is_named() {
    assertThat(kextm("mac new 14 DIR/mac").status()).isZero();

    KextmRun run = kextm("mac kext --mac DIR/mac /Library/Extensions/New.kext com.example.New");

    assertThat(run.status()).isZero();
    assertThat(folder.resolve("mac/Library/Extensions/New.kext/Contents/Info.plist")).exists();
    assertThat(kextm("mac kext --mac DIR/mac New.kext com.example.New").err()).contains("absolute");
  }

  @Test
  void makes_kexts_that_need_each_other() {
    kextm("mac new 10.12 DIR/mac");
    kextm(
        "mac kext --mac DIR/mac /Library/Extensions/Base.kext com.example.Base --version 1.2"
            + " --compatible 1.0");
    kextm(
        "mac kext --mac DIR/mac /Library/Extensions/Top.kext com.example.Top --needs"
            + " com.example.Base@1.1");

    assertThat(kextm("load --mac DIR/mac /Library/Extensions/Top.kext").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "profile", "sudoers"})
  void help_leaves_out_options_that_mean_nothing_to_a_verb(String verb) {
    assertThat(kextm("help " + verb).out())
        .contains("--json")
        .doesNotContain("--simulate", "--timeout", "%%");
  }
}
