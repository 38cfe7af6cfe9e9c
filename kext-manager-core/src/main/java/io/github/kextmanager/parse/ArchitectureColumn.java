package io.github.kextmanager.parse;

import java.util.List;
import java.util.Optional;

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

  /** How the names of what a kext can be begin in NXGetAllArchInfos (cctools, libmacho/arch.c). */
  private static final List<String> FAMILIES =
      List.of("x86_64", "arm", "i386", "i486", "i586", "i686", "pent", "ppc", "xscale");

  private static final int LONGEST_NAME = "arm64_32_v8".length();

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
    return end - start <= LONGEST_NAME
        && FAMILIES.stream().anyMatch(family -> text.startsWith(family, start))
        && !contains(text, start, end, '.');
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
