package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kextm remembers, and waits for, on a simulated Mac that outlives each run of it. */
class OwedTest {
  private static final String WIDGET = "/Library/Extensions/Widget.kext";

  @TempDir Path folder;

  @BeforeEach
  void install() {
    mac("new", "14.4", folder.resolve("mac").toString());
    TestKext.named("com.example.Widget").signedBy("ABCDE12345").writeTo(folder.resolve("mac"));
  }

  private void mac(String verb, String... words) {
    List<String> all = new ArrayList<>(List.of("mac", verb));
    all.addAll(List.of(words));
    assertThat(KextmRun.with("", all.toArray(String[]::new)).status()).isZero();
  }

  private KextmRun kextm(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--mac", folder.resolve("mac").toString()));
    all.addAll(List.of("--journal", folder.resolve("journal").toString()));
    return KextmRun.with("", all.toArray(String[]::new));
  }

  @Test
  void tells_what_is_owed_until_it_is_done() {
    assertThat(kextm("owed").out()).isEqualTo("Nothing is owed.\n");

    assertThat(kextm("load", WIDGET).status()).isEqualTo(27);
    assertThat(kextm("owed").status()).isEqualTo(27);
    assertThat(kextm("status", "com.example.Widget", "--json").out()).contains("AWAITING_APPROVAL");

    mac("approve", folder.resolve("mac").toString(), "com.example.Widget");
    assertThat(kextm("load", WIDGET).status()).isEqualTo(28);
    assertThat(kextm("owed").status()).isEqualTo(28);

    mac("restart", folder.resolve("mac").toString());
    KextmRun afterwards = kextm("owed", "--json");
    assertThat(afterwards.json().get(0).get("owed").getAsJsonArray()).hasSize(1);
    assertThat(kextm("load", WIDGET).status()).isZero();
    assertThat(kextm("owed").status()).isZero();
  }

  @Test
  void a_journal_that_is_none_hides_no_status_and_is_told_in_a_sentence() throws IOException {
    Path journal = Files.createDirectory(folder.resolve("journal"));

    KextmRun status = kextm("status", "com.example.Widget");

    assertThat(status.out()).contains("com.example.Widget");
    assertThat(status.err()).isEqualTo("The journal %s is not a file.\n".formatted(journal));
  }

  @Test
  void tells_of_a_restart_where_the_approval_was_given_meanwhile() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
    kextm("load", WIDGET);
    mac("approve", folder.resolve("mac").toString(), "com.example.Widget");

    KextmRun owed = kextm("owed");

    assertThat(owed.out()).startsWith("com.example.Widget (1.0.0): a restart is still owed (");
    assertThat(owed.status()).isEqualTo(28);
  }

  @Test
  void tells_once_that_a_bundle_is_gone() throws IOException {
    kextm("load", WIDGET);
    Path bundle = folder.resolve("mac").resolve(WIDGET.substring(1));
    Files.move(bundle, folder.resolve("elsewhere.kext"));

    KextmRun owed = kextm("owed");

    assertThat(owed.out())
        .startsWith(
            "com.example.Widget (1.0.0): what was asked for is not on the disk any more, and it is"
                + " not loaded (");
    assertThat(owed.status()).isEqualTo(1);
    assertThat(kextm("owed").out()).isEqualTo("Nothing is owed.\n");
  }

  @Test
  void tells_of_a_change_that_was_cut_short() throws IOException {
    kextm("load", WIDGET);
    String begun =
        Files.readAllLines(folder.resolve("journal")).stream()
            .filter(line -> line.contains(" begun "))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("journal"), begun + "\n");
    mac("restart", folder.resolve("mac").toString());

    KextmRun owed = kextm("owed");

    assertThat(owed.out())
        .startsWith("A load, begun at ")
        .endsWith("was cut short: the Mac went down.\n  com.example.Widget: it is not loaded\n");
    assertThat(owed.status()).isEqualTo(1);
  }

  @Test
  void waits_no_longer_than_it_may() {
    KextmRun run = kextm("load", WIDGET, "--wait", "1ms");

    assertThat(run.status()).isEqualTo(27);
  }

  @Test
  void does_not_wait_where_nothing_is_owed() {
    mac("approve", folder.resolve("mac").toString(), "com.example.Widget");

    assertThat(kextm("ensure", WIDGET, "--wait", "1h").status()).isEqualTo(28);
  }

  @Test
  void wants_to_know_which_journal() {
    KextmRun run = KextmRun.with("", "owed", "--mac", folder.resolve("mac").toString());

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("--journal");
  }
}
