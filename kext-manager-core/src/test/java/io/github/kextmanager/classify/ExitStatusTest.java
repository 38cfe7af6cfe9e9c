package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  @ParameterizedTest(name = "{0} {1} on {2}, status {3}: {4}")
  @CsvSource({
    "KEXTLOAD,   LOAD,   10.6.8,  0,  OK_LOADED",
    "KEXTLOAD,   LOAD,   14,      0,  OK_LOADED",
    "KEXTLOAD,   LOAD,   10.13,   27, NOT_APPROVED",
    "KEXTLOAD,   LOAD,   15.7.3,  27, NOT_APPROVED",
    "KEXTLOAD,   LOAD,   10.12,   27, ",
    "KEXTLOAD,   LOAD,   10.12.6, 6,  NOT_FOUND",
    "KEXTLOAD,   LOAD,   10.13,   6,  ",
    "KEXTLOAD,   LOAD,   10.15.7, 77, NOT_PRIVILEGED",
    "KEXTLOAD,   LOAD,   11,      77, ",
    "KEXTLOAD,   LOAD,   11,      28, REBOOT_REQUIRED",
    "KEXTLOAD,   LOAD,   10.15,   28, ",
    "KEXTLOAD,   LOAD,   10.15,   71, ",
    "KEXTLOAD,   LOAD,   10.15,   64, ",
    "KEXTUNLOAD, UNLOAD, 10.15,   0,  OK_UNLOADED",
    "KEXTUNLOAD, UNLOAD, 10.15,   1,  ",
    "KEXTUNLOAD, UNLOAD, 10.15,   3,  ",
    "KEXTUNLOAD, UNLOAD, 11,      3,  NOT_FOUND",
    "KEXTUNLOAD, UNLOAD, 12,      77, NOT_PRIVILEGED",
    "KEXTUTIL,   TEST,   10.15,   0,  OK_VALID",
    "KEXTUTIL,   TEST,   11,      0,  ",
    "KEXTUTIL,   LOAD,   11,      0,  OK_LOADED",
    "KEXTUTIL,   LOAD,   10.15,   5,  SAFE_BOOT",
    "KEXTUTIL,   LOAD,   10.15,   19, ",
    "KMUTIL,     LOAD,   14,      0,  OK_LOADED",
    "KMUTIL,     UNLOAD, 14,      0,  OK_UNLOADED",
    "KMUTIL,     UNLOAD, 14,      3,  NOT_FOUND",
    "KMUTIL,     LOAD,   14,      3,  ",
    "KMUTIL,     LOAD,   26,      27, NOT_APPROVED",
    "KMUTIL,     LOAD,   26,      28, REBOOT_REQUIRED",
    "KMUTIL,     OTHER,  14,      0,  ",
    "KMUTIL,     LOAD,   14,      71, ",
    "SUDO,       OTHER,  14,      1,  ",
  })
  void means_what_the_manuals_say_and_nothing_where_it_is_ambiguous(
      ToolName tool, Request request, String release, int status, Category category) {
    Transcript transcript =
        Transcript.ofText("").by(tool).on(MacOsVersion.parse(release)).endingWith(status);

    assertThat(ExitStatus.meaningOf(transcript, request)).isEqualTo(Optional.ofNullable(category));
  }

  @ParameterizedTest(name = "{0} {1}, status {2}: {3}")
  @CsvSource({
    "KEXTLOAD,   LOAD,   27, NOT_APPROVED",
    "KEXTLOAD,   LOAD,   6,  ",
    "KEXTLOAD,   LOAD,   77, ",
    "KEXTUNLOAD, UNLOAD, 77, NOT_PRIVILEGED",
    "KEXTUNLOAD, UNLOAD, 3,  ",
    "KEXTUTIL,   TEST,   0,  ",
  })
  void on_a_release_that_is_not_known_it_means_what_it_means_on_all(
      ToolName tool, Request request, int status, Category category) {
    Transcript transcript = Transcript.ofText("").by(tool).endingWith(status);

    assertThat(ExitStatus.meaningOf(transcript, request)).isEqualTo(Optional.ofNullable(category));
  }

  @Test
  void means_nothing_without_a_tool_or_a_status() {
    var noStatus =
        new Transcript(
            Optional.of(ToolName.KEXTLOAD),
            Request.LOAD,
            Optional.empty(),
            OptionalInt.empty(),
            Asked.UNKNOWN,
            List.of());

    assertThat(ExitStatus.meaningOf(noStatus, Request.LOAD)).isEmpty();
    assertThat(ExitStatus.meaningOf(Transcript.ofText("").endingWith(0), Request.LOAD)).isEmpty();
  }
}
