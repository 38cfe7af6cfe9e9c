package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** inspect, resolve and graph. */
class OnDiskTest {
  @TempDir Path folder;
  private Bundles bundles;

  @BeforeEach
  void write() throws IOException {
    bundles = new Bundles(folder);
    bundles.add("Base", "");
    bundles.add("Widget", "com.example.Base");
    bundles.add("Lost", "com.example.None");
  }

  @Test
  void inspect_says_what_a_bundle_is() {
    assertThat(run("inspect", "/Library/Extensions/Widget.kext"))
        .isEqualTo(
            new KextmRun(
                0,
                """
                /Library/Extensions/Widget.kext
                  identifier: com.example.Widget
                  version: 1.0
                  stands in for versions from: 1.0
                  executable: none of its own
                  signature: none
                  needs: com.example.Base 1.0
                """,
                ""));
  }

  @Test
  void inspect_tells_scripts_of_each_bundle_in_its_place() {
    KextmRun run = run("inspect", "/None.kext", "/Library/Extensions/Widget.kext", "--json");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json().get(0).keySet()).containsExactly("schema", "file", "error");
    assertThat(run.json().get(1).get("libraries").toString())
        .isEqualTo("{\"com.example.Base\":\"1.0\"}");
  }

  @Test
  void inspect_of_what_is_no_kext_ends_in_20() throws IOException {
    bundles.write("Broken", "<plist><dict>");

    KextmRun run = run("inspect", "/Library/Extensions/Broken.kext");

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.err()).contains("Broken.kext");
  }

  @ParameterizedTest
  @CsvSource({"com.example.Widget", "/Library/Extensions/Widget.kext"})
  void resolve_shows_what_loads_before_a_kext(String name) {
    assertThat(run("resolve", name))
        .isEqualTo(
            new KextmRun(
                0,
                """
                  1  com.example.Base 1.0 (/Library/Extensions/Base.kext)
                  2  com.example.Widget 1.0 (/Library/Extensions/Widget.kext)
                """,
                ""));
  }

  @Test
  void resolve_says_all_that_is_wrong() {
    KextmRun run = run("resolve", "com.example.Lost", "--json");

    JsonObject json = run.json().get(0);
    assertThat(run.status()).isEqualTo(21);
    assertThat(json.get("isResolved").getAsBoolean()).isFalse();
    assertThat(json.get("loadOrder").isJsonNull()).isTrue();
    assertThat(json.get("problems").toString()).contains("com.example.None");
  }

  @Test
  void resolve_of_what_is_not_there_ends_in_66_and_the_others_are_answered() {
    KextmRun run = run("resolve", "com.example.None", "/None.kext", "com.example.Base");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.out()).contains("com.example.Base");
    assertThat(run.err()).contains("com.example.None: ", "/None.kext: ");
  }

  @Test
  void graph_draws_an_arrow_to_each_library() {
    assertThat(run("graph").out())
        .startsWith("digraph kexts {\n")
        .contains("  \"/Library/Extensions/Widget.kext\" -> \"/Library/Extensions/Base.kext\";\n")
        .contains("Lost.kext")
        .endsWith("}\n");
  }

  @Test
  void graph_of_a_kext_shows_only_what_it_needs() {
    assertThat(run("graph", "com.example.Widget", "--format", "mermaid").out())
        .isEqualTo(
            """
            flowchart LR
              k0["com.example.Base<br/>1.0"]
              k1["com.example.Widget<br/>1.0"]
              k1 --> k0
            """);
  }

  @Test
  void graph_tells_scripts_nodes_and_edges() {
    JsonObject json = run("graph", "--json", "com.example.Widget").json().get(0);

    assertThat(json.keySet()).containsExactly("schema", "nodes", "edges");
    assertThat(json.get("edges").toString())
        .isEqualTo(
            "[{\"from\":\"/Library/Extensions/Widget.kext\","
                + "\"to\":\"/Library/Extensions/Base.kext\"}]");
  }

  @Test
  void graph_of_a_mac_shows_what_the_kernel_linked() {
    KextmRun run =
        KextmRun.with(Tables.CATALINA, "graph", "--loaded", "--simulate-from", "-", "--json");

    JsonObject json = run.json().get(0);
    assertThat(run.status()).isZero();
    assertThat(json.getAsJsonArray("nodes")).hasSize(4);
    assertThat(json.get("edges").toString()).contains("{\"from\":\"93\",\"to\":\"90\"}");
  }

  @Test
  void no_name_breaks_out_of_a_drawing() throws IOException {
    bundles.write(
        "Odd",
        """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key><string>KEXT</string>
        <key>CFBundleIdentifier</key><string>a"];x["\\</string>
        <key>CFBundleVersion</key><string>1.0</string>
        </dict></plist>
        """);

    assertThat(run("graph").out()).contains("[label=\"a\\\"];x[\\\"\\\\\\n1.0\"];");
    assertThat(run("graph", "--format", "mermaid").out())
        .contains("[\"a#34;#93;#59;x#91;#34;#92;<br/>1.0\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph --format svg            | --format is dot, mermaid or json",
        "graph --format dot --json     | contradict each other",
        "graph --loaded --scan /a      | --scan is about kexts on disk",
        "graph --loaded ./A.kext       | Here a kext is named by its bundle identifier",
        "graph --simulate 14           | --as names the release",
        "graph --record /tmp/r         | --record goes with --loaded",
        "resolve a@b                   | A bundle identifier holds only",
        "inspect                       | Missing required parameter: 'BUNDLE'",
      })
  void a_mistake_ends_in_64(String line, String complaint) {
    KextmRun run = KextmRun.of(line.split(" ", -1));

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).startsWith("kextm: ").contains(complaint);
  }

  private KextmRun run(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb, "--root", folder.toString()));
    words.addAll(List.of("--as", "10.15"));
    words.addAll(List.of(more));
    return KextmRun.of(words.toArray(new String[0]));
  }
}
