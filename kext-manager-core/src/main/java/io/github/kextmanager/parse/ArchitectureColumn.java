package io.github.kextmanager.parse;

import java.util.Optional;
import java.util.Set;

/**
 * Whether the rows have a column for the architecture, which {@code kextstat -a} prints from 10.10
 * on and {@code kmutil showloaded --arch-info} from 11.
 */
enum ArchitectureColumn {
  /** No header said so; only what is known to be an architecture is taken for one. */
  UNKNOWN {
    @Override
    boolean admits(String text, int start, int end) {
      return isKnown(text, start, end);
    }
  },

  /** The header has no such column. */
  ABSENT {
    @Override
    boolean admits(String text, int start, int end) {
      return false;
    }
  },

  /** The header has the column. Names have no dots; nearly all identifiers do. */
  PRESENT {
    @Override
    boolean admits(String text, int start, int end) {
      return isKnown(text, start, end) || !contains(text, start, end, '.');
    }
  };

  static final int WIDTH = 18;

  private static final String NOT_TOLD = "????/????";
  private static final String ZERO = "0000000000";

  /** The names in NXGetAllArchInfos (cctools, libmacho/arch.c) of what a kext can be. */
  private static final Set<String> NAMES =
      Set.of(
          "any",
          "little",
          "big",
          "ppc",
          "ppc64",
          "ppc970",
          "ppc970-64",
          "ppc750",
          "ppc7400",
          "ppc7450",
          "i386",
          "i486",
          "i486SX",
          "i586",
          "i686",
          "pentium",
          "pentpro",
          "pentIIm3",
          "pentIIm5",
          "pentium4",
          "x86_64",
          "x86_64h",
          "arm",
          "armv4t",
          "armv5",
          "xscale",
          "armv6",
          "armv6m",
          "armv7",
          "armv7f",
          "armv7s",
          "armv7k",
          "armv7m",
          "armv7em",
          "armv8",
          "arm64",
          "arm64v8",
          "arm64e",
          "arm64_32",
          "arm64_32_v8");

  private static final int LONGEST_NAME = 11;

  /** Whether what stands there is an architecture. */
  abstract boolean admits(String text, int start, int end);

  /** The architecture that stands there, empty if the kernel did not tell. */
  static Optional<String> read(String text, int start, int end) {
    String name = text.substring(start, end);
    return name.equals(NOT_TOLD) ? Optional.empty() : Optional.of(name);
  }

  private static boolean isKnown(String text, int start, int end) {
    int slash = text.indexOf('/', start);
    if (slash >= 0 && slash < end) {
      boolean notTold = end - start == NOT_TOLD.length() && text.startsWith(NOT_TOLD, start);
      return notTold || (isNumber(text, start, slash) && isNumber(text, slash + 1, end));
    }
    return end - start <= LONGEST_NAME && NAMES.contains(text.substring(start, end));
  }

  /** What {@code %#010x} or {@code %#-7x} prints. */
  private static boolean isNumber(String text, int start, int end) {
    boolean zero = end - start == ZERO.length() && text.startsWith(ZERO, start);
    return zero || (PrintedAddress.stands(text, start, end) && text.charAt(start) == '0');
  }

  private static boolean contains(String text, int start, int end, char c) {
    int found = text.indexOf(c, start);
    return found >= 0 && found < end;
  }
}
