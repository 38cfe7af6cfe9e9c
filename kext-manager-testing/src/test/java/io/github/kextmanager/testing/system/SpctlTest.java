package io.github.kextmanager.testing.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.policy.KextConsentSettings;
import io.github.kextmanager.testing.policy.KextConsentSettings.Requirement;
import io.github.kextmanager.testing.program.ProgramRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpctlTest {
  @Test
  void says_whether_people_are_asked() {
    assertThat(run(KextConsentSettings.USUAL, "kext-consent", "status"))
        .isEqualTo(new ProgramRun(0, "Kernel Extension User Consent: ENABLED\n", ""));
    assertThat(
            run(new KextConsentSettings(Requirement.DISABLED, List.of()), "kext-consent", "status")
                .stdout())
        .isEqualTo("Kernel Extension User Consent: DISABLED\n");
  }

  @Test
  void lists_teams() {
    var settings =
        new KextConsentSettings(Requirement.ENABLED, List.of("ABCDE12345", "FGHIJ67890"));

    assertThat(run(settings, "kext-consent", "list").lines())
        .containsExactly("Allowed Team Identifiers:", "ABCDE12345", "FGHIJ67890");
  }

  @Test
  void says_that_there_is_no_list() {
    assertThat(run(KextConsentSettings.USUAL, "kext-consent", "list").stderr())
        .isEqualTo("spctl: no kext consent configuration found.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enable", "disable", "add ABCDE12345", "remove ABCDE12345"})
  void changes_nothing_outside_recovery(String change) {
    ProgramRun answer = run(KextConsentSettings.USUAL, ("kext-consent " + change).split(" "));

    assertThat(answer)
        .isEqualTo(new ProgramRun(1, "", "spctl: failed to store new configuration.\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kext-consent", "kext-consent add", "kext-consent forget"})
  void explains_itself_to_other_words(String words) {
    ProgramRun answer = run(KextConsentSettings.USUAL, words.split(" "));

    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.stderr()).contains("Kernel Extension User Consent Usage:\n");
  }

  private static ProgramRun run(KextConsentSettings settings, String... words) {
    return ProgramRun.of(new Spctl(() -> settings), words);
  }
}
