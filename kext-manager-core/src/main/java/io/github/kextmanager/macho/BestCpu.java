package io.github.kextmanager.macho;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which of several kinds of code suits a processor best: the rules of {@code NXFindBestFatArch}
 * (libmacho, arch.c).
 */
final class BestCpu {
  private static final int I486 = 4;
  private static final int I486_SX = 132;
  private static final int PENTIUM = 5;
  private static final int I386_ALL = 3;
  private static final int X86_64_ALL = 3;
  private static final int MC680X0_ALL = 1;

  /** What an Intel processor is given when nothing that suits better is there, best first. */
  private static final List<Integer> INTEL_PROMOTIONS = List.of(I386_ALL, I486, I486_SX, PENTIUM);

  /** What a PowerPC 970 is given, best first. The 750 is missing: arch.c never finds it. */
  private static final List<Integer> POWERPC_970 = List.of(100, 11, 10, 7, 6, 5, 4, 3, 0);

  private static final List<Integer> POWERPC_74XX = POWERPC_970.subList(1, POWERPC_970.size());
  private static final List<Integer> POWERPC_6XX = POWERPC_970.subList(3, POWERPC_970.size());

  private BestCpu() {}

  /**
   * The place of the best one.
   *
   * @param wanted the processor
   * @param offered what there is
   * @return an index; empty if none will do
   */
  static OptionalInt index(Cpu wanted, List<Cpu> offered) {
    OptionalInt exact = first(offered, wanted);
    if (exact.isPresent()) {
      return exact;
    }
    int subtype = wanted.bareSubtype();
    return switch (wanted.type()) {
      case Cpu.TYPE_I386 -> intel(subtype, offered);
      case Cpu.TYPE_X86_64 -> firstOf(offered, wanted, List.of(X86_64_ALL));
      case Cpu.TYPE_MC680X0 ->
          firstOf(
              offered,
              wanted,
              subtype == MC680X0_ALL ? List.of(MC680X0_ALL, 2, 3) : List.of(MC680X0_ALL));
      case Cpu.TYPE_POWERPC -> firstOf(offered, wanted, powerPc(subtype));
      case Cpu.TYPE_POWERPC64 ->
          firstOf(offered, wanted, subtype == 0 || subtype == 100 ? List.of(100, 0) : List.of(0));
      case Cpu.TYPE_MC88000, Cpu.TYPE_I860, Cpu.TYPE_HPPA, Cpu.TYPE_SPARC ->
          firstOf(offered, wanted, List.of(0));
      case Cpu.TYPE_ARM -> newest(offered, Cpu.TYPE_ARM, subtype);
      case Cpu.TYPE_ARM64 -> {
        OptionalInt own = newest(offered, Cpu.TYPE_ARM64, subtype);
        yield own.isPresent() ? own : newest(offered, Cpu.TYPE_ARM, Integer.MAX_VALUE);
      }
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt intel(int subtype, List<Cpu> offered) {
    List<Integer> preferred =
        switch (subtype) {
          case I386_ALL, I486 -> List.of();
          case PENTIUM, I486_SX -> List.of(I486);
          default -> List.of(PENTIUM, I486);
        };
    Cpu wanted = new Cpu(Cpu.TYPE_I386, subtype);
    OptionalInt best = firstOf(offered, wanted, preferred);
    if (best.isPresent()) {
      return best;
    }
    best = firstOf(offered, wanted, INTEL_PROMOTIONS);
    return best.isPresent() ? best : oldestIntel(offered);
  }

  /** The lowest family (the low four bits of a subtype), and in that the lowest model. */
  private static OptionalInt oldestIntel(List<Cpu> offered) {
    return IntStream.range(0, offered.size())
        .filter(i -> offered.get(i).type() == Cpu.TYPE_I386)
        .reduce((best, i) -> intelAge(offered.get(i)) < intelAge(offered.get(best)) ? i : best);
  }

  private static long intelAge(Cpu cpu) {
    int subtype = cpu.bareSubtype();
    return ((long) (subtype & 0xf) << Integer.SIZE) | (subtype >>> 4);
  }

  private static List<Integer> powerPc(int subtype) {
    return switch (subtype) {
      case 0, 100 -> POWERPC_970;
      case 11, 10 -> POWERPC_74XX;
      case 9, 7, 6, 5, 4, 3 -> POWERPC_6XX;
      default -> List.of(0);
    };
  }

  /** The highest subtype that is not above a limit: each Arm runs what was made for older ones. */
  private static OptionalInt newest(List<Cpu> offered, int type, int limit) {
    return IntStream.range(0, offered.size())
        .filter(i -> offered.get(i).type() == type && offered.get(i).bareSubtype() <= limit)
        .reduce(
            (best, i) -> offered.get(i).bareSubtype() > offered.get(best).bareSubtype() ? i : best);
  }

  private static OptionalInt firstOf(List<Cpu> offered, Cpu wanted, List<Integer> subtypes) {
    return subtypes.stream()
        .map(subtype -> first(offered, new Cpu(wanted.type(), subtype)))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt first(List<Cpu> offered, Cpu wanted) {
    return IntStream.range(0, offered.size())
        .filter(i -> offered.get(i).matches(wanted))
        .findFirst();
  }
}
