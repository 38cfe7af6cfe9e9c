package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** status, load, unload and ensure on simulated Macs. */
class ChangeTest {
  private static final String WIDGET = "com.example.driver.Widget";
  private static final String PANEL = "com.example.driver.Panel";

  @TempDir Path folder;
  private String table;

  @BeforeEach
  void write() throws IOException {
    table = Files.writeString(folder.resolve("table"), Tables.CATALINA).toString();
  }

  @Test
  void what_others_link_against_is_in_use_and_who_they_are_is_said() {
    KextmRun run = onTable("unload", WIDGET);

    assertThat(run.status()).isEqualTo(22);
    assertThat(run.out())
        .startsWith(WIDGET + " is still loaded: it is in use.\n  These link against it: " + PANEL)
        .contains("--dependents-first");
  }

  @Test
  void dependents_can_go_first() {
    KextmRun run = onTable("unload", WIDGET, "--dependents-first", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json())
        .extracting(
            json -> json.get("outcome").getAsString() + " " + json.get("identifier").getAsString())
        .containsExactly("UNLOADED " + PANEL, "UNLOADED " + WIDGET);
  }

  @Test
  void an_unload_has_all_members() {
    JsonObject json = onTable("unload", PANEL, "--json").json().get(0);

    assertThat(json.keySet())
        .containsExactly(
            "schema",
            "outcome",
            "identifier",
            "category",
            "loaded",
            "changed",
            "evidence",
            "commands");
    assertThat(json.get("outcome").getAsString()).isEqualTo("UNLOADED");
    assertThat(json.get("category").getAsString()).isEqualTo("OK_UNLOADED");
    assertThat(json.get("loaded").getAsBoolean()).isFalse();
    assertThat(json.get("changed").getAsBoolean()).isTrue();
    assertThat(json.getAsJsonArray("commands").get(0).getAsJsonObject().keySet())
        .containsExactly("argv", "exit", "elapsedMs");
  }

  @Test
  void what_is_not_loaded_is_unloaded_already() {
    KextmRun run = onTable("unload", "com.example.None");

    assertThat(run)
        .isEqualTo(
            new KextmRun(0, "com.example.None was not loaded: there was nothing to unload.\n", ""));
  }

  @Test
  void what_is_loaded_is_loaded_already() {
    JsonObject json = onTable("load", WIDGET, "--json").json().get(0);

    assertThat(json.get("outcome").getAsString()).isEqualTo("ALREADY_LOADED");
    assertThat(json.get("loaded").getAsBoolean()).isTrue();
    assertThat(json.get("changed").getAsBoolean()).isFalse();
    assertThat(json.getAsJsonArray("evidence").get(0).getAsJsonObject().keySet())
        .containsExactly("stream", "line", "text");
  }

  @Test
  void what_macos_does_not_find_ends_in_66_with_the_words_of_the_tool() {
    KextmRun run = onTable("load", "com.example.None");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.out()).contains("macOS refused it").contains("stderr 1: ");
  }

  @Test
  void a_refusal_ends_in_what_helps_in_that_release_and_with_the_kext_in_the_commands()
      throws IOException {
    bundle("Library/Extensions/Gadget.kext");

    KextmRun run =
        KextmRun.of(
            "load",
            "/Library/Extensions/Gadget.kext",
            "--root",
            folder.toString(),
            "--simulate",
            "10.15");

    assertThat(run.out())
        .contains("What helps (macOS 10.15):")
        .contains("sudo kextload /Library/Extensions/Gadget.kext\n")
        .contains("By the person at the screen:")
        .contains("Security & Privacy > General and click Allow, within 30 minutes");
  }

  @Test
  void what_is_in_use_ends_in_what_helps_and_says_what_its_commands_leave_open() {
    assertThat(onTable("load", "com.example.None").out())
        .contains("kextfind -b com.example.None")
        .doesNotContain("stands");
    assertThat(onTable("unload", WIDGET).out())
        .contains("By this program:\n      - Unload the kexts that link against it first")
        .doesNotContain("stands");
  }

  @Test
  void what_a_command_leaves_open_is_said() throws IOException {
    TestKext.named("com.example.driver.Gadget")
        .needing("com.example.None", "1.0")
        .at(Path.of("/Library/Extensions/Gadget.kext"))
        .writeTo(folder);

    KextmRun run =
        KextmRun.of(
            "load",
            "/Library/Extensions/Gadget.kext",
            "--root",
            folder.toString(),
            "--simulate",
            "10.12");

    assertThat(run.status()).isEqualTo(21);
    assertThat(run.out())
        .contains("sudo kextload -d LIBRARY /Library/Extensions/Gadget.kext\n")
        .contains("In these commands stands LIBRARY for the path of the library.");
  }

  @Test
  void what_is_done_needs_no_help() {
    assertThat(onTable("unload", PANEL).out()).doesNotContain("What helps");
  }

  @Test
  void quiet_says_how_it_came_out_and_no_more() {
    assertThat(onTable("unload", WIDGET, "--quiet"))
        .isEqualTo(new KextmRun(22, WIDGET + " is still loaded: it is in use.\n", ""));
  }

  @Test
  void verbose_says_on_standard_error_what_was_run() {
    assertThat(onTable("unload", PANEL, "--verbose").err())
        .containsPattern("kextm: ran /sbin/kextunload -b " + PANEL + " \\(status 0, \\d+ ms\\)");
  }

  @Test
  void the_status_of_many_is_that_of_the_first_that_was_not_done() {
    KextmRun run = onTable("load", WIDGET, "com.example.None", "--json");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json()).hasSize(2);
  }

  @Test
  void a_bundle_below_the_root_is_loaded_once_it_is_allowed() throws IOException {
    bundle("Library/Extensions/Gadget.kext");

    KextmRun run =
        KextmRun.of(
            "load",
            "/Library/Extensions/Gadget.kext",
            "--root",
            folder.toString(),
            "--simulate",
            "10.15",
            "--json");

    assertThat(run.status()).isEqualTo(27);
    assertThat(run.json().get(0).get("outcome").getAsString()).isEqualTo("DEFERRED");
    assertThat(run.json().get(0).get("category").getAsString()).isEqualTo("NOT_APPROVED");
  }

  @Test
  void a_bundle_anywhere_below_the_root_is_found() throws IOException {
    bundle("tmp/Gadget.kext");

    KextmRun run =
        KextmRun.of("load", "/tmp/Gadget.kext", "--root", folder.toString(), "--simulate", "14");

    assertThat(run.out()).startsWith("com.example.driver.Gadget is not loaded");
  }

  @Test
  void the_root_itself_is_left_as_it_was() throws IOException {
    bundle("Library/Extensions/Gadget.kext");

    KextmRun.of(
        "load", "/Library/Extensions/Gadget.kext", "--root", folder.toString(), "--simulate", "14");

    assertThat(folder.resolve("System")).doesNotExist();
  }

  @Test
  void a_bundle_that_is_not_there_is_an_object_with_an_error() {
    KextmRun run = onTable("load", "/Library/Extensions/None.kext", "--json");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json().get(0).keySet()).containsExactly("schema", "file", "error");
    assertThat(run.json().get(0).get("file").getAsString())
        .isEqualTo("/Library/Extensions/None.kext");
  }

  @Test
  void a_relative_path_means_nothing_on_a_simulated_mac() {
    KextmRun run = onTable("load", "./Gadget.kext");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("a path is absolute").contains("./Gadget.kext");
  }

  @Test
  void a_path_through_dots_is_refused_since_links_decide_where_it_leads() {
    KextmRun run = onTable("load", "/Library/../Gadget.kext");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err())
        .contains("must not go through \"..\"")
        .contains("/Library/../Gadget.kext");
  }

  @Test
  void a_path_with_a_line_end_is_refused_and_shown_in_one_line() {
    KextmRun run = onTable("load", "com.example.None", "--dependency", "/Gad\nget.kext");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("control characters: \"/Gad\\u000aget.kext\"");
  }

  @Test
  void what_could_be_an_option_is_no_identifier() {
    KextmRun run = onTable("load", "--", "-h");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("must not begin with a dash");
  }

  @Test
  void what_is_loaded_is_ensured_by_one_look() {
    KextmRun run = onTable("ensure", WIDGET, "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json().get(0).getAsJsonArray("commands")).hasSize(1);
  }

  @Test
  void absence_is_refused_while_others_depend_on_it() {
    assertThat(onTable("ensure", "--absent", WIDGET).status()).isEqualTo(22);
  }

  @Test
  void absence_takes_dependents_along_if_that_is_wanted() {
    KextmRun run = onTable("ensure", "--absent", "--dependents-first", WIDGET, "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json())
        .extracting(json -> json.get("identifier").getAsString())
        .containsExactly(PANEL, WIDGET);
  }

  @Test
  void the_status_of_a_kext_is_its_row_and_its_bundles() {
    JsonObject json = onTable("status", WIDGET, "--json").json().get(0);

    assertThat(json.keySet()).containsExactly("schema", "identifier", "state", "loaded", "onDisk");
    assertThat(json.get("state").getAsString()).isEqualTo("IN_USE");
    assertThat(json.getAsJsonObject("loaded").get("index").getAsInt()).isEqualTo(90);
    assertThat(json.getAsJsonArray("onDisk").get(0).toString())
        .isEqualTo("{\"path\":\"/Library/Extensions/Widget.kext\",\"version\":\"1.2.3\"}");
  }

  @Test
  void the_status_of_what_is_nowhere_is_an_answer_too() {
    KextmRun run = onTable("status", "com.example.None", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"schema\":1,\"identifier\":\"com.example.None\",\"state\":\"NOT_LOADED\","
                + "\"loaded\":null,\"onDisk\":[]}\n");
  }

  @Test
  void people_are_told_the_status_in_lines() {
    assertThat(onTable("status", PANEL).out())
        .startsWith(PANEL + ": loaded\n  Index Refs ")
        .endsWith("  on disk: /Library/Extensions/Panel.kext (1.0)\n");
  }

  private KextmRun onTable(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = words[0];
    all[1] = "--simulate-from";
    all[2] = table;
    System.arraycopy(words, 1, all, 3, words.length - 1);
    return KextmRun.of(all);
  }

  private void bundle(String path) {
    TestKext.named("com.example.driver.Gadget").codeless().at(Path.of("/", path)).writeTo(folder);
  }
}
