package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kextutil says to arguments that make no sense, or that it wants to remark on. */
class KextutilArgumentsTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");
  private static final String PATH = WIDGET.path().toString();
  private static final String USAGE =
      """
      usage: kextutil [options] [--] [kext] ...

      use kextutil -help for an explanation of each option
      """;

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).build();

  @BeforeEach
  void install() {
    mac.install(WIDGET);
  }

  @AfterEach
  void close() {
    mac.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-n -i | Use interactive modes only when loading or matching.",
        "-k /k -l | -kernel (-k) is allowed only when not loading or sending personalities.",
        "-z -m | -no-authentication (-z) is allowed only when not loading or sending personalities.",
        "-Z | Use -no-resolve-dependencies (-Z) only with -no-load (-n) or match-only (-m),"
            + " and not with -symbols (-s).",
        "-a a@1 -A | Don't use -address (-a) when loading, or with -use-load-addresses (-A).",
        "-a nothing | Address format is <bundle-id@address>, with nonzero hexadecimal address.",
        "-arch pdp11 | Unknown architecture pdp11.",
        "-v=1 | -v=1 - syntax error (don't use = with single-letter option args).",
        "--nope | kextutil: unrecognized option `--nope'"
      })
  void refuses_what_makes_no_sense(String options, String complaint) {
    assertThat(run(options + " " + PATH)).isEqualTo(new Answer(64, "", complaint + "\n" + USAGE));
  }

  @Test
  void has_nothing_to_search_for_an_identifier() {
    assertThat(run("-n -e -b a"))
        .isEqualTo(
            new Answer(
                64,
                "",
                "No kexts to search for bundle IDs; -bundle-id (-b) requires kexts"
                    + " or repository directories be named by path.\n"
                    + USAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-arch i386 -arch x86_64 | Warning: multiple use of -arch; using last.",
        "-k /a -k /System/Library/Kernels/kernel |"
            + " Warning: multiple use of -kernel (-k); using last.",
        "-s /Library -s /Library -A | Warning: multiple use of -symbols (-s); using last",
        "-a a@1 -a a@2 | Warning: multiple addresses specified for a; using last."
      })
  void takes_the_last_and_remarks_on_it(String options, String remark) {
    assertThat(run("-n " + options + " " + PATH).stderr()).startsWith(remark + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/Library/Gone.kext | 66 | Can't stat /Library/Gone.kext - No such file or directory.",
        "/Library/File.kext | 66 | /Library/File.kext is not a directory.",
        "-r /Library/Gone | 66 | Can't stat /Library/Gone - No such file or directory.",
        "-s /Library/Gone | 66 | Can't stat /Library/Gone - No such file or directory."
      })
  void looks_at_paths_as_it_reads_them(String arguments, int status, String complaint)
      throws IOException {
    Files.write(mac.root().resolve("Library/File.kext"), new byte[1]);

    assertThat(run("-n " + arguments)).isEqualTo(new Answer(status, "", complaint + "\n"));
  }

  @Test
  void names_a_kext_as_it_was_typed_unless_it_was_found_before() {
    mac.install(WIDGET.at(Path.of("/tmp/Widget.kext")));

    assertThat(run("-n -e /tmp/Widget.kext/ -r /System/Library/Extensions").stderr())
        .isEqualTo(
            "/tmp/Widget.kext appears to be loadable"
                + " (including linkage for on-disk libraries).\n");
    assertThat(run("-n " + PATH + "/").stderr())
        .isEqualTo(
            "Widget.kext appears to be loadable (including linkage for on-disk libraries).\n");
  }

  @Test
  void writes_symbols_only_where_the_user_may() {
    try (SimulatedMac other =
        SimulatedMac.builder(MacOsVersion.parse("10.12.6")).caller(Caller.NOT_A_SUDOER).build()) {
      assertThat(new Commands(other).run("/usr/bin/kextutil", "-n", "-s", "/Library"))
          .isEqualTo(new Answer(77, "", "/Library is not writable.\n"));
    }
  }

  private Answer run(String arguments) {
    return new Commands(mac).run("/usr/bin/kextutil", arguments.split(" "));
  }
}
