package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest {
  @TempDir Path folder;
  private String table;

  @BeforeEach
  void write() throws IOException {
    table = Files.writeString(folder.resolve("table"), Tables.CATALINA).toString();
  }

  @Test
  void prints_the_table_of_the_kernel_as_it_was() {
    assertThat(KextmRun.of("list", "--simulate-from", table))
        .isEqualTo(new KextmRun(0, Tables.CATALINA, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kextstat-10.11.5-whole.out", "kextstat-10.14.5-whole-160.out"})
  void prints_the_whole_table_of_a_real_mac_as_it_was(String name) throws IOException {
    String reference = System.getenv("KEXT_REFERENCE");
    assumeTrue(reference != null, "KEXT_REFERENCE does not name the folder of real tables");
    Path real = Path.of(reference, "corpus", name);

    assertThat(KextmRun.of("list", "--simulate-from", real.toString()).out())
        .isEqualTo(Files.readString(real));
  }

  @Test
  void json_has_the_rows_without_their_lines() {
    JsonObject json = KextmRun.of("list", "--simulate-from", table, "--json").json().get(0);

    assertThat(json.keySet()).containsExactly("schema", "host", "takenAt", "kexts");
    assertThat(json.get("host").getAsString()).isEqualTo("simulated macOS 10.15");
    assertThat(Instant.parse(json.get("takenAt").getAsString())).isBefore(Instant.now());
    assertThat(json.getAsJsonArray("kexts").get(3).toString())
        .isEqualTo(
            "{\"index\":93,\"references\":0,\"address\":\"0xffffff7f80a5d000\",\"size\":\"0x9c80\","
                + "\"wired\":\"0x9c80\",\"architecture\":null,\"identifier\":\"com.example.driver.Panel\","
                + "\"version\":\"1.0\",\"uuid\":\"52553255-8EC4-457A-80B1-71EC3236005D\","
                + "\"linkedAgainst\":[90,2,1]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.11.5", "10.15", "10.15.7", "11", "14", "14.4", "27"})
  void lists_what_a_fresh_simulated_mac_holds(String release) {
    KextmRun run = KextmRun.of("list", "--simulate", release);

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith(Tables.HEADER).contains(" com.apple.kpi.bsd (");
  }

  @Test
  void a_mac_before_10_11_has_no_uuids() {
    assertThat(KextmRun.of("list", "--simulate", "10.6").out())
        .startsWith(Tables.HEADER.replace("UUID ", ""))
        .contains(" com.apple.kpi.bsd (10.0.0)\n");
  }

  @Test
  void runs_as_the_release_of_the_table() throws IOException {
    Path older =
        Files.writeString(folder.resolve("older"), Tables.CATALINA.replace("(19.6.0)", "(17.7.0)"));

    KextmRun run = KextmRun.of("list", "--simulate-from", older.toString(), "--json");

    assertThat(run.json().get(0).getAsJsonObject().get("host").getAsString())
        .isEqualTo("simulated macOS 10.13");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void the_release_can_be_another_than_that_of_the_table() {
    JsonObject json =
        KextmRun.of("list", "--simulate-from", table, "--simulate", "14", "--json").json().get(0);

    assertThat(json.get("host").getAsString()).isEqualTo("simulated macOS 14");
    assertThat(json.getAsJsonArray("kexts")).hasSize(4);
  }

  @Test
  void a_table_that_does_not_tell_the_release_needs_one() throws IOException {
    Path part = Files.writeString(folder.resolve("part"), Tables.CATALINA.replace(".bsd", ".dsb"));

    KextmRun run = KextmRun.of("list", "--simulate-from", part.toString());

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("com.apple.kpi.bsd").contains("--simulate RELEASE");
  }

  @Test
  void a_table_without_rows_is_refused() throws IOException {
    Path prose = Files.writeString(folder.resolve("prose"), "no table at all\n");

    KextmRun run = KextmRun.of("list", "--simulate-from", prose.toString());

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("holds no row");
  }

  @Test
  void a_table_that_is_not_there_ends_in_66() {
    assertThat(KextmRun.of("list", "--simulate-from", folder + "/none").status()).isEqualTo(66);
  }

  @Test
  void a_release_that_cannot_be_simulated_is_refused() {
    KextmRun run = KextmRun.of("list", "--simulate", "9.2");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("9.2");
  }

  @Test
  void a_root_alone_makes_no_mac_of_this_machine() {
    assumeTrue(!System.getProperty("os.name").startsWith("Mac"), "this is a Mac");

    assertThat(KextmRun.of("list", "--root", folder.toString()).status()).isEqualTo(69);
  }

  @Test
  void without_a_mac_it_says_so_and_what_else_can_be_done() {
    assumeTrue(!System.getProperty("os.name").startsWith("Mac"), "this is a Mac");

    KextmRun run = KextmRun.of("list");

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("needs a Mac").contains("--simulate");
  }
}
