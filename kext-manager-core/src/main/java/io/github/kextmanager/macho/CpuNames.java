package io.github.kextmanager.macho;

import java.util.List;
import java.util.Optional;

/**
 * The names of processors: the table {@code ArchInfoTable} of libmacho's arch.c, with what macOS
 * 10.14 added. Where a pair or a name stands in it twice, the first row counts.
 */
final class CpuNames {
  private static final List<Row> TABLE =
      List.of(
          row("hppa", Cpu.TYPE_HPPA, 0),
          row("i386", Cpu.TYPE_I386, 3),
          row("x86_64", Cpu.TYPE_X86_64, 3),
          row("x86_64h", Cpu.TYPE_X86_64, 8),
          row("i860", Cpu.TYPE_I860, 0),
          row("m68k", Cpu.TYPE_MC680X0, 1),
          row("m88k", Cpu.TYPE_MC88000, 0),
          row("ppc", Cpu.TYPE_POWERPC, 0),
          row("ppc64", Cpu.TYPE_POWERPC64, 0),
          row("sparc", Cpu.TYPE_SPARC, 0),
          row("arm", Cpu.TYPE_ARM, 0),
          row("arm64", Cpu.TYPE_ARM64, 0),
          row("arm64_32", Cpu.TYPE_ARM64_32, 1),
          row("hppa7100LC", Cpu.TYPE_HPPA, 1),
          row("m68030", Cpu.TYPE_MC680X0, 3),
          row("m68040", Cpu.TYPE_MC680X0, 2),
          row("i486", Cpu.TYPE_I386, 4),
          row("i486SX", Cpu.TYPE_I386, 132),
          row("pentium", Cpu.TYPE_I386, 5),
          row("i586", Cpu.TYPE_I386, 5),
          row("pentpro", Cpu.TYPE_I386, 22),
          row("i686", Cpu.TYPE_I386, 22),
          row("pentIIm3", Cpu.TYPE_I386, 54),
          row("pentIIm5", Cpu.TYPE_I386, 86),
          row("pentium4", Cpu.TYPE_I386, 10),
          row("x86_64h", Cpu.TYPE_I386, 8),
          row("ppc601", Cpu.TYPE_POWERPC, 1),
          row("ppc603", Cpu.TYPE_POWERPC, 3),
          row("ppc603e", Cpu.TYPE_POWERPC, 4),
          row("ppc603ev", Cpu.TYPE_POWERPC, 5),
          row("ppc604", Cpu.TYPE_POWERPC, 6),
          row("ppc604e", Cpu.TYPE_POWERPC, 7),
          row("ppc750", Cpu.TYPE_POWERPC, 9),
          row("ppc7400", Cpu.TYPE_POWERPC, 10),
          row("ppc7450", Cpu.TYPE_POWERPC, 11),
          row("ppc970", Cpu.TYPE_POWERPC, 100),
          row("ppc970-64", Cpu.TYPE_POWERPC64, 100),
          row("armv4t", Cpu.TYPE_ARM, 5),
          row("armv5", Cpu.TYPE_ARM, 7),
          row("xscale", Cpu.TYPE_ARM, 8),
          row("armv6", Cpu.TYPE_ARM, 6),
          row("armv6m", Cpu.TYPE_ARM, 14),
          row("armv7", Cpu.TYPE_ARM, 9),
          row("armv7f", Cpu.TYPE_ARM, 10),
          row("armv7s", Cpu.TYPE_ARM, 11),
          row("armv7k", Cpu.TYPE_ARM, 12),
          row("armv7m", Cpu.TYPE_ARM, 15),
          row("armv7em", Cpu.TYPE_ARM, 16),
          row("armv8", Cpu.TYPE_ARM, 13),
          row("arm64", Cpu.TYPE_ARM64, 1),
          row("arm64e", Cpu.TYPE_ARM64, 2));

  private CpuNames() {}

  private record Row(String name, Cpu cpu) {}

  private static Row row(String name, int type, int subtype) {
    return new Row(name, new Cpu(type, subtype));
  }

  static Optional<Cpu> cpu(String name) {
    return TABLE.stream().filter(row -> row.name().equals(name)).map(Row::cpu).findFirst();
  }

  /** The name; of an Intel or PowerPC processor that has none, the name of its family. */
  static Optional<String> name(Cpu cpu) {
    Optional<String> exact =
        TABLE.stream().filter(row -> row.cpu().matches(cpu)).map(Row::name).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    return switch (cpu.type()) {
      case Cpu.TYPE_I386 -> Optional.of("i386");
      case Cpu.TYPE_POWERPC -> Optional.of("ppc");
      default -> Optional.empty();
    };
  }
}
