package io.github.kextmanager.verdict;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.util.List;
import java.util.Optional;

/**
 * What helps against a refusal, and who can do it: one table for the library, its documents and
 * {@code kextm}.
 *
 * <p>The remedies of a reason are in the order of who can act; of one actor, the first is to be
 * tried first. A reason may have none in a release in which it does not occur.
 */
public final class Remedies {
  /** Made when it is first asked for: success needs none. */
  private static final class Table {
    static final List<RemedyRow> ROWS = RemedyRow.read();
  }

  private Remedies() {}

  /**
   * What helps after a refusal on a Mac of which the release is known.
   *
   * @param reason why something was refused
   * @param release the release of macOS
   * @return the remedies, those for either chip
   */
  public static List<Remedy> of(Reason reason, MacOsVersion release) {
    return of(reason, release, Optional.empty(), Circumstance.REFUSED);
  }

  /**
   * What helps after a refusal on a Mac.
   *
   * @param reason why something was refused
   * @param mac the Mac
   * @return the remedies
   */
  public static List<Remedy> of(Reason reason, TargetMac mac) {
    return of(reason, mac, Circumstance.REFUSED);
  }

  /**
   * What helps on a Mac before or after an attempt.
   *
   * @param reason why something was refused, or would be
   * @param mac the Mac
   * @param circumstance whether somebody has asked macOS for it
   * @return the remedies
   */
  public static List<Remedy> of(Reason reason, TargetMac mac, Circumstance circumstance) {
    return of(reason, mac.release(), Optional.of(mac.architecture()), circumstance);
  }

  private static List<Remedy> of(
      Reason reason,
      MacOsVersion release,
      Optional<Architecture> kernel,
      Circumstance circumstance) {
    return Table.ROWS.stream()
        .filter(row -> row.reason() == reason && row.holdsOn(release, kernel))
        .filter(row -> row.circumstances().contains(circumstance))
        .map(RemedyRow::remedy)
        .toList();
  }
}
