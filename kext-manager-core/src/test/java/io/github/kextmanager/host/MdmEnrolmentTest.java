package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.MdmEnrolment.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MdmEnrolmentTest {
  private static final String STATUS = "/usr/bin/profiles status -type enrollment";

  private static HostFact<MdmEnrolment> ask(String answer) {
    return new ManagementProbe(
            new Programs().answer(STATUS, answer),
            new Privilege.AlreadyRoot(),
            Duration.ofSeconds(5))
        .enrolment();
  }

  @ParameterizedTest
  @CsvSource({
    "No, No, NOT_ENROLLED, DISABLED",
    "No, Yes, NOT_APPROVED, DISABLED",
    "No, Yes (User Approved), USER_APPROVED, DISABLED",
    "Yes, Yes (User Approved), USER_APPROVED, ENABLED"
  })
  void reads_both_lines(String automated, String mdm, Standing standing, Setting byBuyer) {
    MdmEnrolment enrolment =
        ask("Enrolled via DEP: %s\nMDM enrollment: %s\n".formatted(automated, mdm))
            .value()
            .orElseThrow();

    assertThat(enrolment.standing()).isEqualTo(standing);
    assertThat(enrolment.automated()).contains(byBuyer);
  }

  @Test
  void passes_over_the_server() {
    assertThat(
            ask("Enrolled via DEP: Yes\nMDM enrollment: Yes\nMDM server: https://mdm.example.com\n")
                .value()
                .map(MdmEnrolment::standing))
        .contains(Standing.NOT_APPROVED);
  }

  @Test
  void reads_the_sentence_of_10_13() {
    assertThat(
            ask("An enrollment profile is currently installed on this system\n")
                .value()
                .map(MdmEnrolment::standing))
        .contains(Standing.APPROVAL_NOT_TOLD);
  }

  @Test
  void does_not_take_the_other_sentence_of_10_13_for_no_management() {
    assertThat(ask("There is no enrollment profile installed on this system\n"))
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown -> assertThat(unknown.because()).contains("enrolled by hand is not told"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Enrolled via DEP: No\n",
        "MDM enrollment: Perhaps\n",
        "MDM-Registrierung: Ja\n",
        "MDM enrollment: Yes\nMDM enrollment: No\n"
      })
  void takes_nothing_else_for_an_answer(String answer) {
    assertThat(ask(answer))
        .isEqualTo(new NotKnown<>("profiles did not answer with an enrolment.", STATUS));
  }
}
