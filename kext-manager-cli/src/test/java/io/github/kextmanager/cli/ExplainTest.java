package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {
  private static final String NOT_APPROVED =
      "Error Domain=KMErrorDomain Code=27 \"Extension with identifiers com.example.Widget not"
          + " approved to load. Please approve using System Settings.\"\n";

  @Test
  void an_object_has_every_member_in_its_order() {
    JsonObject json = KextmRun.with(NOT_APPROVED, "explain", "--json").json().get(0);

    assertThat(json.keySet())
        .containsExactly(
            "schema",
            "file",
            "category",
            "also",
            "identifiers",
            "culprit",
            "osReturn",
            "kmErrorCode",
            "teamIdentifiers",
            "symbols",
            "facts",
            "remedies",
            "evidence");
    assertThat(json.get("file").getAsString()).isEqualTo("-");
    assertThat(json.get("category").getAsString()).isEqualTo("NOT_APPROVED");
    assertThat(json.get("kmErrorCode").getAsInt()).isEqualTo(27);
    assertThat(json.get("osReturn").isJsonNull()).isTrue();
    assertThat(json.get("culprit").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("evidence").get(0).toString()).startsWith("{\"line\":1,");
    assertThat(json.getAsJsonArray("remedies").get(0).getAsJsonObject().keySet())
        .containsExactly("actor", "action", "command");
  }

  @Test
  void a_result_code_is_written_as_apple_writes_it() {
    JsonObject json =
        KextmRun.with(
                "(libkern/kext) different version/uuid already loaded", "explain", "--json", "-")
            .json()
            .get(0);

    assertThat(json.get("osReturn").getAsString()).isEqualTo("0xdc008014");
  }

  @Test
  void facts_are_names_and_texts() {
    JsonObject json =
        KextmRun.with(
                """
                System Integrity Protection status: unknown (Custom Configuration).

                Configuration:
                	Apple Internal: disabled
                	Kext Signing: enabled
                """,
                "explain",
                "--json",
                "--tool",
                "csrutil")
            .json()
            .get(0);

    assertThat(json.getAsJsonObject("facts").toString())
        .isEqualTo(
            "{\"sip\":\"CUSTOM\",\"Apple Internal\":\"disabled\",\"Kext Signing\":\"enabled\"}");
    assertThat(json.getAsJsonArray("remedies")).isEmpty();
  }

  @Test
  void people_get_one_sentence_who_must_do_what_and_the_lines() {
    KextmRun run = KextmRun.with(NOT_APPROVED, "explain", "--as", "12");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "-: Nobody has approved it: a person at the screen, or MDM, must. (NOT_APPROVED)\n")
        .contains("What helps (macOS 12):\n", "    By the person at the screen:\n")
        .contains("System Preferences > Security & Privacy > General")
        .contains("  Read from:\n    1: Error Domain=KMErrorDomain Code=27");
  }

  @Test
  void quiet_is_one_line() {
    assertThat(KextmRun.with(NOT_APPROVED, "explain", "--quiet").out()).hasLineCount(1);
  }

  @Test
  void without_an_exit_status_a_text_that_says_nothing_is_unknown() {
    assertThat(category(KextmRun.with("", "explain", "--json", "--tool", "kextload")))
        .isEqualTo("UNKNOWN");
    assertThat(
            category(KextmRun.with("", "explain", "--json", "--tool", "kextload", "--exit", "0")))
        .isEqualTo("OK_LOADED");
    assertThat(
            category(KextmRun.with("", "explain", "--json", "--tool=/usr/bin/kmutil", "--exit=27")))
        .isEqualTo("NOT_APPROVED");
  }

  private static String category(KextmRun run) {
    return run.json().get(0).get("category").getAsString();
  }

  @Test
  void one_file_that_cannot_be_read_does_not_stop_the_others(@TempDir Path folder)
      throws IOException {
    Path paste = Files.writeString(folder.resolve("paste"), NOT_APPROVED);

    KextmRun run =
        KextmRun.of("explain", "--json", folder + "/none", paste.toString(), folder.toString());

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json())
        .extracting(json -> json.has("error") ? json.get("error").getAsString() : "explained")
        .isEqualTo(List.of("there is no such file", "explained", "it is a folder"));
    assertThat(run.err()).hasLineCount(2);
  }

  @Test
  void what_a_long_log_says_is_found_where_it_stands() {
    String noise = "2025-07-27 15:31:22 mac launchd[1]: nothing of interest happened here\n";

    KextmRun run =
        KextmRun.with(
            noise.repeat(60_000) + NOT_APPROVED + noise.repeat(60_000), "explain", "--json");

    JsonObject json = run.json().get(0);
    assertThat(json.get("category").getAsString()).isEqualTo("NOT_APPROVED");
    assertThat(json.getAsJsonArray("evidence").get(0).getAsJsonObject().get("line").getAsInt())
        .isEqualTo(60_001);
  }

  @Test
  void junk_is_unknown_and_does_no_harm() {
    byte[] junk = new byte[200_000];
    new Random(1).nextBytes(junk);

    KextmRun run = KextmRun.with(junk, "explain");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("-: This is no text").doesNotContain("\u001b", "\u0007");
    assertThat(run.out().getBytes(UTF_8).length).isLessThan(1_000_000);
  }

  @Test
  void what_is_no_text_is_named_so_and_shown_in_few_lines(@TempDir Path folder) throws IOException {
    byte[] junk = new byte[200_000];
    new Random(1).nextBytes(junk);
    Path file = Files.write(folder.resolve("junk"), junk);

    KextmRun run = KextmRun.of("explain", file.toString());

    assertThat(run.out())
        .contains("This is no text: of its first 65536 characters ", "(UNKNOWN)")
        .hasLineCount(5);
  }

  @Test
  void a_log_with_some_zero_bytes_is_a_text() {
    KextmRun run = KextmRun.with("Dec  1 kernel: nothing of ours\0\n".repeat(50), "explain");

    assertThat(run.out()).doesNotContain("no text");
  }

  @Test
  void what_failed_before_a_success_is_told_as_said() {
    KextmRun run =
        KextmRun.with(
            """
            $ sudo kextload /tmp/Widget.kext
            /tmp/Widget.kext failed to load - (libkern/kext) link error; check the system/kernel logs
            $ sudo kextload /tmp/Widget.kext
            /tmp/Widget.kext loaded successfully (or already loaded).
            """,
            "explain");

    assertThat(run.out())
        .contains("(OK_LOADED)")
        .contains("  Also said: ")
        .doesNotContain("Also: ");
  }

  @Test
  void a_text_of_a_tool_that_is_not_known_is_read_without_it_and_that_is_said() {
    KextmRun run = KextmRun.with(NOT_APPROVED, "explain", "--tool", "bless");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("(NOT_APPROVED)");
    assertThat(run.err()).contains("--tool: \"bless\" tells nothing").contains("kextload, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--exit 256      | --exit: an exit status is a number from 0 to 255, not \"256\".",
        "--exit ok       | --exit: an exit status is a number from 0 to 255, not \"ok\".",
        "--as ten        | --as: A macOS release is one to three numbers",
      })
  void a_word_that_is_not_known_is_a_mistake(String words, String complaint) {
    KextmRun run = KextmRun.of(("explain " + words).split(" ", -1));

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains(complaint);
  }
}
