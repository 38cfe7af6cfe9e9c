package io.github.kextmanager.macho;

import java.util.ArrayList;
import java.util.List;

/** Finds what cannot be right about the table of a fat file. */
final class FatFlaws {
  private FatFlaws() {}

  static List<Flaw> of(Extent table, long fileSize, List<FatEntry> entries) {
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      FatEntry entry = entries.get(i);
      if (entry.extent().fitsIn(fileSize) && entry.extent().overlaps(table)) {
        flaws.add(
            new Flaw(Flaw.Kind.SLICE_OVER_TABLE, "Slice %d lies over the table.".formatted(i + 1)));
      }
      if (entry.content() instanceof SliceContent.Code code
          && !code.slice().cpu().matches(entry.cpu())) {
        flaws.add(
            new Flaw(
                Flaw.Kind.OTHER_CPU,
                "Slice %d is for %s, the table says %s."
                    .formatted(i + 1, code.slice().cpu(), entry.cpu())));
      }
      for (int j = 0; j < i; j++) {
        compare(j + 1, entries.get(j), i + 1, entry, fileSize, flaws);
      }
    }
    return flaws;
  }

  private static void compare(
      int first, FatEntry one, int second, FatEntry other, long fileSize, List<Flaw> flaws) {
    if (one.cpu().matches(other.cpu())) {
      flaws.add(
          new Flaw(
              Flaw.Kind.SAME_CPU_TWICE,
              "Slices %d and %d are both for %s.".formatted(first, second, one.cpu())));
    }
    if (one.extent().fitsIn(fileSize)
        && other.extent().fitsIn(fileSize)
        && one.extent().overlaps(other.extent())) {
      flaws.add(
          new Flaw(
              Flaw.Kind.SLICES_OVERLAP,
              "Slice %d (%s) and slice %d (%s) overlap."
                  .formatted(first, one.extent(), second, other.extent())));
    }
  }
}
