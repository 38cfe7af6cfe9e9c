package io.github.kextmanager.testing.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Check.Result;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Diagnosis.Standing;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every release, chip, policy and defect: the doctor says what a table says that was written by
 * hand, and then the Mac is really asked to load the kext, and does as the doctor has said.
 */
class DiagnosisMatrixTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "10.6.8, INTEL",
    "10.9.5, INTEL",
    "10.10.5, INTEL",
    "10.11.6, INTEL",
    "10.13.6, INTEL",
    "10.15.7, INTEL",
    "11.0.1, INTEL",
    "11.0.1, APPLE_SILICON",
    "14.5, INTEL",
    "14.5, APPLE_SILICON",
    "27.0, APPLE_SILICON"
  })
  void says_what_becomes_of_a_load_before_it_is_tried(String release, Chip chip) {
    List<Cell> cells = cells(MacOsVersion.parse(release), chip);

    List<String> wrong = cells.parallelStream().flatMap(cell -> wrong(cell).stream()).toList();

    System.out.printf(
        "diagnosis matrix: macOS %s on %s, %d of %d cells as expected%n",
        release, chip, cells.size() - wrong.size(), cells.size());
    assertThat(wrong).isEmpty();
  }

  private static List<Cell> cells(MacOsVersion release, Chip chip) {
    List<Cell> cells = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      for (Defect defect : Defect.values()) {
        Cell cell = new Cell(release, chip, policy, defect);
        if (policy.matters(cell) && (policy == Policy.PERSON || defect.isTriedEverywhere())) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private static List<String> wrong(Cell cell) {
    try (PreparedMac mac = new PreparedMac(cell)) {
      Diagnosis diagnosis = mac.diagnose();
      String expected = Expectation.of(cell);
      if (!said(diagnosis).equals(expected)) {
        return List.of("%s: %s, not %s".formatted(cell, said(diagnosis), expected));
      }
      Result signature = diagnosis.check(Topic.SIGNED).map(Check::result).orElseThrow();
      if (cell.defect() == Defect.CERTIFIED && signature != Result.PASSED) {
        return List.of("%s: the signature is %s".formatted(cell, signature));
      }
      if (diagnosis.standing() == Standing.STOPPED && diagnosis.remedies().isEmpty()) {
        return List.of("%s: nothing helps against %s".formatted(cell, expected));
      }
      LoadOutcome outcome = mac.load();
      return Agreement.of(diagnosis, outcome)
          ? List.of()
          : List.of("%s: %s, and then %s".formatted(cell, said(diagnosis), outcome));
    }
  }

  private static String said(Diagnosis diagnosis) {
    return switch (diagnosis.standing()) {
      case LOADED -> Expectation.IS_LOADED;
      case NOTHING_KNOWN_AGAINST_IT -> Expectation.NOTHING_AGAINST_IT;
      case STOPPED -> diagnosis.reason().orElseThrow().name();
    };
  }
}
