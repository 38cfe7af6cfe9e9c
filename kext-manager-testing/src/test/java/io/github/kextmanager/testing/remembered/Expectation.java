package io.github.kextmanager.testing.remembered;

import io.github.kextmanager.model.MacOsVersion;
import java.util.List;
import java.util.Map;

/**
 * What must be remembered in a cell, written by hand from TN2459 (10.13 to 10.15: an approval, and
 * another load), Apple's "Securely extending the kernel" (11 and later: an approval and a restart,
 * after which the kext is in the collection) and what each outcome promises.
 *
 * <p>{@code A} still owed until an approval, {@code R} until a restart, {@code ?} of a change that
 * was cut short; {@code again} try again, {@code done}, {@code lost} did not take, {@code gone} not
 * on the disk, {@code -} nothing is remembered. Behind a slash what is expected where there is
 * hardware for the kext, so that it is started with the Mac.
 */
final class Expectation {
  private static final MacOsVersion HIGH_SIERRA = MacOsVersion.parse("10.13");
  private static final MacOsVersion BIG_SUR = MacOsVersion.parse("11");

  /** In the order of {@link Next}. */
  private static final Map<Owing, String> WITHOUT_CONSENT =
      Map.of(
          Owing.LOAD_AWAITING_APPROVAL, "- - - - - - - - - -",
          Owing.LOAD_AWAITING_RESTART, "- - - - - - - - - -",
          Owing.UNLOAD_AWAITING_RESTART,
              "R R done/lost done/lost done/lost done done/lost R R done",
          Owing.INTERRUPTED_LOAD,
              "done done again/done again/done again/done again again/done done done ?",
          Owing.INTERRUPTED_UNLOAD, "? ? done/lost done/lost done/lost done done/lost ? ? done");

  private static final Map<Owing, String> WITH_CONSENT =
      Map.of(
          Owing.LOAD_AWAITING_APPROVAL, "A again A again/done A again A gone gone R",
          Owing.LOAD_AWAITING_RESTART, "- - - - - - - - - -",
          Owing.UNLOAD_AWAITING_RESTART, "R R done/lost done/lost done done done/lost R R done",
          Owing.INTERRUPTED_LOAD,
              "done done again/done again/done again again again/done done done ?",
          Owing.INTERRUPTED_UNLOAD, "? ? done/lost done/lost done done done/lost ? ? done");

  private static final Map<Owing, String> WITH_COLLECTIONS =
      Map.of(
          Owing.LOAD_AWAITING_APPROVAL, "A R A again/done A again A gone gone R",
          Owing.LOAD_AWAITING_RESTART, "R R again/done again/done lost again again/done R R R",
          Owing.UNLOAD_AWAITING_RESTART, "R R done/lost done/lost done done done/lost R R done",
          Owing.INTERRUPTED_LOAD, "? ? again/done again/done lost again again/done gone gone ?",
          Owing.INTERRUPTED_UNLOAD, "? ? done/lost done/lost done done done/lost ? ? done");

  private Expectation() {}

  static boolean dependsOnHardware(Cell cell) {
    return both(cell).size() > 1;
  }

  static String of(Cell cell) {
    List<String> both = both(cell);
    return both.get(cell.hasHardware() ? both.size() - 1 : 0);
  }

  private static List<String> both(Cell cell) {
    Map<Owing, String> table =
        cell.release().isAtLeast(BIG_SUR)
            ? WITH_COLLECTIONS
            : cell.release().isAtLeast(HIGH_SIERRA) ? WITH_CONSENT : WITHOUT_CONSENT;
    List<String> row = List.of(table.getOrDefault(cell.owing(), "").split(" ", -1));
    return List.of(row.get(List.of(Next.values()).indexOf(cell.next())).split("/", -1));
  }
}
