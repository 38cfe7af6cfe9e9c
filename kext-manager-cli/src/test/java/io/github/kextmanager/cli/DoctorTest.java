package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kextm says of kexts before anybody loads them. */
class DoctorTest {
  private static final String WIDGET = "/Library/Extensions/Widget.kext";
  private static final String UNSIGNED = "/Library/Extensions/Unsigned.kext";

  @TempDir Path root;

  @BeforeEach
  void install() {
    TestKext.named("com.example.Widget").writeTo(root);
    TestKext.named("com.example.Unsigned").unsigned().writeTo(root);
  }

  private KextmRun doctor(String... words) {
    List<String> all = new ArrayList<>(List.of("doctor"));
    all.addAll(List.of(words));
    all.addAll(List.of("--root", root.toString()));
    return KextmRun.with("", all.toArray(String[]::new));
  }

  private static String result(JsonObject diagnosis, String topic) {
    for (JsonElement check : diagnosis.getAsJsonArray("checks")) {
      if (check.getAsJsonObject().get("topic").getAsString().equals(topic)) {
        return check.getAsJsonObject().get("result").getAsString();
      }
    }
    return "none";
  }

  @Test
  void says_without_a_mac_what_can_be_known_there() {
    KextmRun run = doctor(WIDGET, "--as", "14", "--arch", "arm64e");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(
            "com.example.Widget (/Library/Extensions/Widget.kext): Nothing that is known stands"
                + " against loading it.\n")
        .containsPattern("not known: approval, .*: That needs the Mac\\.");
  }

  @Test
  void refuses_an_unsigned_bundle_without_a_mac() {
    KextmRun run = doctor(UNSIGNED, "--as", "14", "--json");

    assertThat(run.status()).isEqualTo(20);
    JsonObject diagnosis = run.json().get(0);
    assertThat(diagnosis.get("reason").getAsString()).isEqualTo("BAD_SIGNATURE");
    assertThat(result(diagnosis, "SIGNED")).isEqualTo("FAILED");
    assertThat(result(diagnosis, "APPROVED")).isEqualTo("NOT_KNOWN");
    assertThat(diagnosis.get("schema").getAsInt()).isEqualTo(1);
  }

  @Test
  void owes_an_approval_on_a_mac() {
    KextmRun run = doctor(WIDGET, "--simulate", "14");

    assertThat(run.status()).isEqualTo(27);
    assertThat(run.out())
        .contains("failed: approval: Nobody has allowed it.")
        .contains("By the person at the screen:")
        .contains("System Settings > Privacy & Security");
  }

  @Test
  void looks_at_all_kexts_of_others_the_worst_first() {
    KextmRun run = doctor("--simulate", "10.12", "--json");

    assertThat(run.status()).isEqualTo(20);
    assertThat(run.json())
        .extracting(diagnosis -> diagnosis.get("standing").getAsString())
        .containsExactly("STOPPED", "NOTHING_KNOWN_AGAINST_IT");
  }

  @ParameterizedTest
  @CsvSource({"10.8, true", "10.10, true", "10.11, false"})
  void looks_at_kexts_of_others_among_those_of_apple_where_anybody_could_put_them(
      String release, boolean seen) {
    TestKext.named("com.example.Old")
        .at(Path.of("/System/Library/Extensions/Old.kext"))
        .writeTo(root);

    assertThat(doctor("--simulate", release).out().contains("com.example.Old")).isEqualTo(seen);
  }

  @Test
  void names_the_places_where_it_has_found_nothing() {
    KextmRun run = KextmRun.of("doctor", "--simulate", "14");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("no kext of others was found on this Mac:")
        .contains("/Library/Extensions: none")
        .contains("/usr/bin/kmutil showloaded: none");
  }

  @Test
  void says_that_a_kext_is_nowhere() {
    assertThat(doctor("com.example.Nowhere", "--simulate", "14").status()).isEqualTo(66);
    assertThat(doctor("/Nowhere.kext", "--simulate", "14").status()).isEqualTo(66);
  }

  @Test
  void says_one_line_when_it_is_to_be_quiet() {
    assertThat(doctor(WIDGET, "--simulate", "10.12", "--quiet").out().lines()).hasSize(1);
  }

  @Test
  void asks_for_a_kext_without_a_mac() {
    assertThat(doctor("--as", "14").status()).isEqualTo(64);
  }

  @Test
  void looks_for_no_identifier_on_the_machine_that_builds() {
    KextmRun run = KextmRun.of("doctor", "com.example.Widget", "--as", "14");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("com.example.Widget", "needs a Mac, or --root DIR");
  }

  @Test
  void calls_the_versions_that_it_knows() {
    JsonObject versions =
        doctor(WIDGET, "--simulate", "14", "--json").json().get(0).getAsJsonObject("versions");

    JsonObject copy = versions.getAsJsonArray("copies").get(0).getAsJsonObject();
    assertThat(copy.get("place").getAsString()).isEqualTo("ON_DISK");
    assertThat(copy.get("version").getAsString()).isEqualTo("1.0.0");
    assertThat(versions.getAsJsonArray("notKnown").get(0).getAsJsonObject().get("place"))
        .hasToString("\"IN_COLLECTION\"");
  }
}
