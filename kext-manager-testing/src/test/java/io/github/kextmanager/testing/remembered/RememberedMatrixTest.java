package io.github.kextmanager.testing.remembered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every release, thing that is owed, and event: what is remembered is what a table says that was
 * written by hand, and what is told once is told once.
 */
class RememberedMatrixTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "10.11.6, 10.12.6, INTEL",
    "10.13.6, 10.14.6, INTEL",
    "10.15.7, 11.7, INTEL",
    "11.7, 12.7, INTEL",
    "12.7, 13.6, APPLE_SILICON",
    "14.4, 15.5, APPLE_SILICON",
    "15.5, 26.0, APPLE_SILICON"
  })
  void what_is_remembered_is_what_has_become_of_it(String release, String newer, Chip chip) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
    List<Cell> cells = cells(MacOsVersion.parse(release), MacOsVersion.parse(newer), chip);

    List<String> wrong = cells.parallelStream().flatMap(cell -> wrong(cell).stream()).toList();

    System.out.printf(
        "matrix of what is remembered: macOS %s on %s, %d of %d cells as expected%n",
        release, chip, cells.size() - wrong.size(), cells.size());
    assertThat(wrong).isEmpty();
  }

  private static List<Cell> cells(MacOsVersion release, MacOsVersion newer, Chip chip) {
    List<Cell> cells = new ArrayList<>();
    for (Owing owing : Owing.values()) {
      for (Next next : Next.values()) {
        for (boolean hasHardware : List.of(false, true)) {
          Cell cell = new Cell(release, newer, chip, owing, next, hasHardware);
          if (!hasHardware || Expectation.dependsOnHardware(cell)) {
            cells.add(cell);
          }
        }
      }
    }
    return cells;
  }

  private List<String> wrong(Cell cell) {
    Path journal = folder.resolve(cell.toString());
    try (PreparedMac mac = new PreparedMac(cell, journal)) {
      mac.owe();
      mac.go();
      String expected = Expectation.of(cell);
      String first = said(mac.remembered());
      String second = said(mac.remembered());
      List<String> wrong = new ArrayList<>();
      if (!first.equals(expected)) {
        wrong.add("%s: %s, not %s".formatted(cell, first, expected));
      } else if (!second.equals(isToldOnce(first, cell) ? "-" : first)) {
        wrong.add("%s: %s, and then %s".formatted(cell, first, second));
      }
      return wrong;
    }
  }

  /** Of a change that was cut short before the last restart, everything is told once. */
  private static boolean isToldOnce(String said, Cell cell) {
    boolean isOld =
        switch (cell.next()) {
          case NOTHING, APPROVED, DELETED, REPLACED -> false;
          default -> true;
        };
    boolean wasCutShort =
        cell.owing() == Owing.INTERRUPTED_LOAD || cell.owing() == Owing.INTERRUPTED_UNLOAD;
    return (wasCutShort && isOld) || List.of("done", "lost", "gone").contains(said);
  }

  private static String said(Remembered remembered) {
    List<String> said = new ArrayList<>();
    remembered.owed().forEach(owed -> said.add(said(owed)));
    remembered
        .interrupted()
        .forEach(
            change -> {
              for (Suspect kext : change.kexts()) {
                said.add(said(kext.standing(), "?"));
              }
            });
    return said.isEmpty() ? "-" : String.join("+", said);
  }

  private static String said(OwedKext owed) {
    return said(owed.standing(), owed.until() == Deferral.APPROVAL ? "A" : "R");
  }

  private static String said(Standing standing, String open) {
    return switch (standing) {
      case DONE -> "done";
      case DID_NOT_TAKE -> "lost";
      case STILL_OWED -> open;
      case TRY_AGAIN -> "again";
      case NOT_ON_DISK -> "gone";
    };
  }
}
