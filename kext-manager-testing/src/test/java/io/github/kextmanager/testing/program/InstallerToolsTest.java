package io.github.kextmanager.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** chown, ditto, PlistBuddy and plutil, in the little that installers need. */
class InstallerToolsTest {
  private static final String PLIST = "/Library/Extensions/Widget.kext/Contents/Info.plist";

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.12")).build();

  @BeforeEach
  void install() {
    mac.install(TestKext.named("com.example.Widget").version("1.2.3"));
  }

  @AfterEach
  void switch_off() {
    mac.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "chown root:wheel /None | 1 | | chown: /None: No such file or directory",
        "chown -f root:wheel /None | 0 | |",
        "chown somebody /Library | 1 | | chown: somebody: illegal user name",
        "chown root:some /Library | 1 | | chown: some: illegal group name",
        "chown -n root /Library | 1 | | chown: the simulated Mac does not know one of the options -n",
        "chown -v root:wheel /Library | 0 | /Library |",
        "ditto /None /Library/x | 1 | | ditto: Cannot get the real path for source '/None'",
        "ditto /Library | 1 | | Usage: ditto [ <options> ] src [ ... src ] dst",
        "ditto -x a.zip /Library | 1 | | ditto: the simulated Mac does not know the option -x",
        "PlistBuddy -c Print_:CFBundleVersion PLIST | 0 | 1.2.3 |",
        "PlistBuddy -c print_CFBundleVersion PLIST | 0 | 1.2.3 |",
        "PlistBuddy -c Print_:OSBundleLibraries:com.apple.kpi.libkern PLIST | 0 | 8.0.0 |",
        "PlistBuddy -c Print_:None PLIST | 1 | | Print: Entry, \":None\", Does Not Exist",
        "PlistBuddy -c Set_:A_b PLIST | 1 | | PlistBuddy: the simulated Mac does not know the command Set",
        "PlistBuddy -x -c Print PLIST | 1 | | PlistBuddy: the simulated Mac does not know the option -x",
        "plutil -lint PLIST | 0 | PLIST: OK |",
        "plutil -lint -s PLIST | 0 | |",
        "plutil -convert xml1 PLIST | 1 | | plutil: the simulated Mac does not know the option -convert",
      })
  void say(String words, int status, String out, String err) {
    CommandResult result = run(words.replace("PLIST", PLIST).split(" "));

    assertThat(result.termination()).isEqualTo(new Termination.Exited(status));
    assertThat(result.stdout().text().strip())
        .isEqualTo(out == null ? "" : out.replace("PLIST", PLIST));
    assertThat(result.stderr().text().strip()).isEqualTo(err == null ? "" : err);
  }

  @Test
  void plist_buddy_prints_what_is_nested() {
    assertThat(run("PlistBuddy", "-c", "Print_:OSBundleLibraries", PLIST).stdout().text())
        .isEqualTo("Dict {\n    com.apple.kpi.libkern = 8.0.0\n}\n");
  }

  @Test
  void chown_changes_what_the_kext_tools_see() {
    run("chown", "-R", "501:20", "/Library/Extensions/Widget.kext");
    assertThat(load().stderr().text()).contains("file ownership/permissions");

    run("chown", "-R", "root:wheel", "/Library/Extensions/Widget.kext");
    assertThat(load().stderr().text()).isEmpty();
  }

  @Test
  void ditto_copies_owners_as_root() {
    run("chown", "-R", "501:20", "/Library/Extensions/Widget.kext");
    run("ditto", "/Library/Extensions/Widget.kext", "/Library/Extensions/Copy.kext");

    CommandResult result =
        mac.run(CommandLine.of(Path.of("/sbin/kextload"), "/Library/Extensions/Copy.kext"));

    assertThat(result.stderr().text()).contains("file ownership/permissions");
  }

  @Test
  void ditto_puts_into_a_folder_what_another_has_and_keeps_links() throws IOException {
    Path folder = Files.createDirectories(mac.root().resolve("Users/a/b"));
    Files.writeString(folder.resolve("file"), "1");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    Path target = Files.createDirectories(mac.root().resolve("Users/t"));
    Files.writeString(target.resolve("stays"), "2");

    assertThat(run("ditto", "/Users/a", "/Users/t").stderr().text()).isEmpty();

    assertThat(target.resolve("b/file")).hasContent("1");
    assertThat(target.resolve("stays")).hasContent("2");
    assertThat(Files.readSymbolicLink(target.resolve("b/link"))).isEqualTo(Path.of("nowhere"));
  }

  @Test
  void who_is_not_root_may_neither_copy_to_the_system_nor_give_files_away() {
    try (SimulatedMac other =
        SimulatedMac.builder(MacOsVersion.parse("10.12"))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build()) {
      other.install(TestKext.named("com.example.Widget"));

      CommandResult copy =
          other.run(CommandLine.of(Path.of("/usr/bin/ditto"), PLIST, "/Library/copy.plist"));
      CommandResult gift =
          other.run(CommandLine.of(Path.of("/usr/sbin/chown"), "user", "/Library"));

      assertThat(copy.stderr().text()).isEqualTo("ditto: /Library/copy.plist: Permission denied\n");
      assertThat(gift.stderr().text()).isEqualTo("chown: /Library: Operation not permitted\n");
    }
  }

  private CommandResult load() {
    return mac.run(CommandLine.of(Path.of("/sbin/kextload"), "/Library/Extensions/Widget.kext"));
  }

  /** A blank inside a word is written as an underscore. */
  private CommandResult run(String... words) {
    String path =
        switch (words[0]) {
          case "chown" -> "/usr/sbin/chown";
          case "PlistBuddy" -> "/usr/libexec/PlistBuddy";
          default -> "/usr/bin/" + words[0];
        };
    List<String> arguments =
        List.of(words).subList(1, words.length).stream().map(w -> w.replace('_', ' ')).toList();
    return mac.run(CommandLine.of(Path.of(path), arguments));
  }
}
