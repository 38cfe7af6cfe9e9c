package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacVerbsTest {
  private static final String WIDGET = "com.example.driver.Widget";

  @TempDir Path temporary;

  @Test
  void new_makes_a_mac_with_a_kernel_and_apples_kexts() {
    KextmRun run = KextmRun.of("mac", "new", "10.15.7", folder(), "--json");

    assertThat(run.status()).isZero();
    JsonObject mac = run.json().get(0);
    assertThat(mac.get("schema").getAsInt()).isEqualTo(1);
    assertThat(mac.get("folder").getAsString()).isEqualTo(folder());
    assertThat(mac.get("release").getAsString()).isEqualTo("10.15.7");
    assertThat(mac.get("chip").getAsString()).isEqualTo("INTEL");
    assertThat(mac.get("start").getAsString()).isEqualTo("NORMAL");
    assertThat(identifiers(mac)).contains("com.apple.kpi.bsd");
    assertThat(Path.of(folder(), "System/Library/Extensions/System.kext")).isDirectory();
  }

  @Test
  void a_bare_mac_has_nothing_in_it() {
    KextmRun run = KextmRun.of("mac", "new", "14", folder(), "--bare", "--json");

    assertThat(identifiers(run.json().get(0))).isEmpty();
    assertThat(Path.of(folder(), "System/Library/Extensions")).isEmptyDirectory();
  }

  @Test
  void a_mac_holds_what_a_table_shows() throws IOException {
    Path table = Files.writeString(temporary.resolve("table"), Tables.CATALINA);

    KextmRun run =
        KextmRun.of("mac", "new", "10.15", folder(), "--from", table.toString(), "--json");

    assertThat(identifiers(run.json().get(0))).contains(WIDGET, "com.example.driver.Panel");
  }

  @Test
  void a_kext_is_loaded_when_it_is_approved_and_not_after_a_restart() {
    KextmRun.of("mac", "new", "10.15.7", folder());
    OnDiskMac.at(Path.of(folder())).change(it -> it.install(TestKext.named(WIDGET)));

    assertThat(load().status()).isEqualTo(27);
    assertThat(texts(show(), "awaitingApproval")).containsExactly(WIDGET);

    assertThat(KextmRun.of("mac", "approve", folder(), WIDGET).status()).isZero();
    assertThat(texts(show(), "approvedKexts")).containsExactly(WIDGET);
    assertThat(load().status()).isZero();
    assertThat(identifiers(show())).contains(WIDGET);

    String session = show().get("bootSession").getAsString();
    assertThat(KextmRun.of("mac", "restart", folder(), "--safe-boot").status()).isZero();
    assertThat(identifiers(show())).doesNotContain(WIDGET);
    assertThat(show().get("start").getAsString()).isEqualTo("SAFE");
    assertThat(show().get("bootSession").getAsString()).isNotEqualTo(session);
  }

  @Test
  void a_team_is_approved_and_denied() {
    KextmRun.of("mac", "new", "10.15.7", folder());

    KextmRun.of("mac", "approve", folder(), "TEAM123456", WIDGET);
    assertThat(texts(show(), "approvedTeams")).containsExactly("TEAM123456");
    KextmRun.of("mac", "deny", folder(), "TEAM123456", WIDGET);

    assertThat(texts(show(), "approvedTeams")).isEmpty();
    assertThat(texts(show(), "approvedKexts")).isEmpty();
  }

  @Test
  void show_tells_people() {
    KextmRun.of("mac", "new", "10.15.7", folder());

    assertThat(KextmRun.of("mac", "show", folder()).out())
        .startsWith("folder:            " + folder() + "\nmacOS:             10.15.7 (")
        .contains("\napproved kexts:    none\n")
        .contains("com.apple.kpi.bsd");
  }

  @Test
  void env_is_for_eval_whatever_the_folder_is_called() throws Exception {
    String odd = temporary.toRealPath().resolve("it's a \"m\u00e4c\" $HOME").toString();
    KextmRun.of("mac", "new", "10.15.7", odd);
    KextmRun env = KextmRun.of("mac", "env", odd);

    Process shell =
        new ProcessBuilder("/bin/sh", "-c", env.out() + "printf '%s|' \"$SIMULATED_MAC\" \"$PATH\"")
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
        .startsWith(odd + "|" + odd + "/usr/bin:" + odd + "/usr/sbin:" + odd + "/sbin:");
  }

  @Test
  void enter_says_to_the_launcher_what_takes_its_place() {
    KextmRun.of("mac", "new", "10.15.7", folder());

    KextmRun run = KextmRun.of("mac", "enter", folder(), "--", "./install.sh", "--force");

    assertThat(run.out())
        .isEqualTo(
            "shift $(($# - 2)); exec /bin/sh '%s/.simulated-mac/enter' \"$@\"\n"
                .formatted(folder()));
  }

  @Test
  void a_fault_strikes_as_often_as_it_was_planned() {
    KextmRun.of("mac", "new", "10.15.7", folder());

    KextmRun.of("mac", "fault", folder(), "kextstat", "exit", "9", "--times", "2");

    assertThat(texts(show(), "faults")).containsExactly("kextstat exit 9", "kextstat#2 exit 9");
    assertThat(KextmRun.of("list", "--mac", folder()).status()).isEqualTo(75);
    assertThat(texts(show(), "faults")).containsExactly("kextstat exit 9");
    KextmRun.of("mac", "fault", folder(), "any", "missing", "--clear");
    assertThat(texts(show(), "faults")).containsExactly("any missing");
  }

  @Test
  void bundles_are_checked_where_the_mac_has_them() {
    KextmRun.of("mac", "new", "10.15.7", folder());
    OnDiskMac.at(Path.of(folder())).change(it -> it.install(TestKext.named(WIDGET)));

    KextmRun run =
        KextmRun.of("inspect", "/Library/Extensions/Widget.kext", "--mac", folder(), "--json");

    assertThat(run.out()).contains(WIDGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mac new ten DIR                  | 64 | A macOS release is one to three numbers",
        "mac new 10.5 DIR                 | 64 | The simulated Mac knows macOS 10.6",
        "mac new 10.8 DIR --chip intel-32 | 64 | a 32-bit kernel runs up to 10.7",
        "mac new 14 DIR --chip ppc        | 64 | --chip is intel, intel-32 or apple-silicon, not \"ppc\".",
        "mac new 14 DIR --policy x        | 64 | --policy is full-security",
        "mac new 14 DIR --bare --from x   | 64 | --bare and --from contradict each other.",
        "mac new 14                       | 64 | Missing required parameter: 'DIR'",
        "mac show DIR                     | 66 | There is no folder ",
        "mac show /                       | 66 | No simulated Mac stands in /.",
        "mac approve / com.example.a      | 66 | No simulated Mac stands in /.",
        "mac approve / com/example        | 66 | No simulated Mac stands in /.",
        "mac restart / --normal --safe-boot | 64 | contradict each other.",
        "mac fault / kextload hang        | 66 | No simulated Mac stands in /.",
        "mac fault / k#2 hang --times 2   | 66 | No simulated Mac stands in /.",
        "list --mac /                     | 66 | No simulated Mac stands in /.",
        "list --mac / --simulate 14       | 64 | --mac names a Mac that has its own files",
      })
  void a_mistake_is_named(String line, int status, String complaint) {
    KextmRun run = KextmRun.of(line.replace("DIR", folder()).split(" ", -1));

    assertThat(run.err()).contains(complaint).doesNotContain("\tat ");
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void a_mac_is_not_put_over_anything() throws IOException {
    Files.writeString(temporary.resolve("file"), "");

    KextmRun run = KextmRun.of("mac", "new", "14", temporary.toString());

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("A Mac is put into a folder that is empty");
  }

  private KextmRun load() {
    return KextmRun.of("load", "/Library/Extensions/Widget.kext", "--mac", folder());
  }

  private JsonObject show() {
    return KextmRun.of("mac", "show", folder(), "--json").json().get(0);
  }

  private String folder() {
    try {
      return temporary.toRealPath().resolve("mac").toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> identifiers(JsonObject mac) {
    return mac.getAsJsonArray("kexts").asList().stream()
        .map(kext -> kext.getAsJsonObject().get("identifier").getAsString())
        .toList();
  }

  private static List<String> texts(JsonObject mac, String name) {
    return mac.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList();
  }
}
