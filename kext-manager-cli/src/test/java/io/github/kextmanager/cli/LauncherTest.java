package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher, in a process of its own. */
@Tag("processes")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("target/kextm/bin/kextm").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void says_its_version() throws Exception {
    assertThat(shell("\"$KEXTM\" --version").out()).startsWith("kextm ");
  }

  @Test
  void reads_standard_input_and_answers_on_standard_output() throws Exception {
    KextmRun run = shell("printf '1.0\\n' | \"$KEXTM\" parse version --era classic --json");

    assertThat(run)
        .isEqualTo(
            new KextmRun(
                0,
                "{\"schema\":1,\"input\":\"1.0\",\"valid\":true,\"value\":100009000,\"canonical\":\"1.0\"}\n",
                ""));
  }

  @Test
  void ends_with_the_status_of_the_mistake() throws Exception {
    KextmRun run = shell("\"$KEXTM\" parse version --era never");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void is_found_through_symbolic_links() throws Exception {
    KextmRun run =
        shell(
            """
            ln -s "$KEXTM" "$FOLDER/a link"
            ln -s "a link" "$FOLDER/kextm"
            cd / && PATH="$FOLDER:$PATH" kextm --version
            rm "$FOLDER/a link" "$FOLDER/kextm"
            """);

    assertThat(run.out()).startsWith("kextm ");
  }

  @Test
  void opens_a_file_whose_name_is_not_ascii_in_any_locale() throws Exception {
    Files.writeString(folder.resolve("Ünïcode"), "1.0\n");

    KextmRun run =
        shell("LC_ALL=C LANG= \"$KEXTM\" parse version --era classic --json \"$FOLDER\"/*code");

    assertThat(run.out()).contains("\"canonical\":\"1.0\"");
  }

  @Test
  void says_that_standard_input_is_closed() throws Exception {
    KextmRun run = shell("\"$KEXTM\" parse kextstat <&-");

    assertThat(run).isEqualTo(new KextmRun(66, "", "kextm: -: it is closed\n"));
  }

  @Test
  void says_that_standard_output_is_closed() throws Exception {
    KextmRun run = shell("\"$KEXTM\" --version >&-");

    assertThat(run.status()).isEqualTo(70);
    assertThat(run.err()).contains("Standard output cannot be written");
  }

  @Test
  void is_quiet_when_whoever_reads_has_gone() throws Exception {
    KextmRun run = shell("yes 1.0 | \"$KEXTM\" parse version --era classic | head -n 1; echo done");

    assertThat(run)
        .isEqualTo(new KextmRun(0, "\"1.0\" is 1.0, as an integer 100009000.\ndone\n", ""));
  }

  @Test
  void says_so_when_the_disk_is_full() throws Exception {
    KextmRun run = shell("\"$KEXTM\" --help > /dev/full");

    assertThat(run.status()).isEqualTo(70);
    assertThat(run.err()).contains("Standard output cannot be written").doesNotContain("\tat ");
  }

  @Test
  void an_interrupt_from_the_keyboard_ends_it_with_130() throws Exception {
    Process waiting = new ProcessBuilder(LAUNCHER.toString(), "parse", "kextstat").start();

    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(waiting.pid())).start();

    assertThat(kill.waitFor()).isZero();
    assertThat(waiting.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(waiting.exitValue()).isEqualTo(130);
    assertThat(waiting.getErrorStream()).isEmpty();
  }

  @Test
  void bash_completes_its_words() throws Exception {
    KextmRun run =
        shell(
            """
            bash -c 'source "${KEXTM%/bin/kextm}/share/bash-completion/completions/kextm"
              COMP_WORDS=(kextm parse ver); COMP_CWORD=2
              _complete_kextm
              echo "${COMPREPLY[@]}"'
            """);

    assertThat(run).isEqualTo(new KextmRun(0, "version\n", ""));
  }

  @Test
  void shows_the_life_of_a_kext() throws Exception {
    KextmRun run = shell("\"$KEXTM\" demo");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("is loaded now.").contains("is unloaded.");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void leaves_nothing_of_a_simulated_mac_behind() throws Exception {
    KextmRun run =
        shell(
            """
            JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=$FOLDER" "$KEXTM" list --simulate 14 --quiet > /dev/null
            ls "$FOLDER" | grep simulated
            """);

    assertThat(run.out()).isEmpty();
  }

  @Test
  void leaves_nothing_behind_where_the_files_of_the_mac_cannot_be_copied() throws Exception {
    Path library = Files.createDirectories(folder.resolve("root/System/Library"));
    Files.writeString(library.resolve("Extensions"), "no folder");

    KextmRun run =
        shell(
            """
            JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=$FOLDER" "$KEXTM" status --simulate 14 --root "$FOLDER/root" com.example.None
            ls "$FOLDER" | grep simulated
            """);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot be copied");
  }

  @Test
  void a_script_that_enters_a_mac_takes_the_place_of_kextm() throws Exception {
    assumeNamespaces();

    KextmRun run =
        shell(
            """
            "$KEXTM" mac new 10.15.7 "$FOLDER/a mac" --quiet > /dev/null
            unset LC_ALL
            cd "$FOLDER" && printf in | "$KEXTM" mac enter 'a mac' -- sh -c '
              cat; pwd; echo "${LC_ALL-none}|$1|$2"; /usr/bin/sw_vers -productVersion; kill -TERM $$' sh 'a  b' -x
            """);

    assertThat(run.status()).isEqualTo(128 + 15);
    assertThat(run.out()).isEqualTo("in" + folder.toRealPath() + "\nnone|a  b|-x\n10.15.7\n");
  }

  @Test
  void without_unshare_it_says_so_and_ends_with_77() throws Exception {
    KextmRun run =
        shell(
            """
            "$KEXTM" mac new 10.15.7 "$FOLDER/mac" --quiet > /dev/null
            PATH=/nonexistent && "$FOLDER/mac/.simulated-mac/enter" true
            """);

    assertThat(run)
        .isEqualTo(
            new KextmRun(
                77, "", "simulated Mac: there is no unshare here (Debian has it in util-linux)\n"));
  }

  @Test
  void helps_with_entering_a_mac() throws Exception {
    assertThat(shell("\"$KEXTM\" mac enter --help").out()).startsWith("Run a script where");
    assertThat(shell("\"$KEXTM\" mac enter /nowhere -- true").status()).isEqualTo(66);
  }

  private static void assumeNamespaces() throws Exception {
    boolean permitted =
        new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0
            || new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    assumeTrue(permitted, "no mount namespace is permitted here");
  }

  @Test
  void without_java_it_says_so() throws Exception {
    KextmRun run = shell("env -i PATH=/nonexistent /bin/sh \"$KEXTM\" --version");

    assertThat(run.status()).isEqualTo(69);
  }

  private KextmRun shell(String script) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(List.of("/bin/sh", "-c", script))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("KEXTM", LAUNCHER.toString());
    builder.environment().put("FOLDER", folder.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new KextmRun(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
