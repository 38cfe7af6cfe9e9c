package io.github.kextmanager.testing.codesign;

import java.util.LinkedHashMap;
import java.util.Map;

/** The flags of a code directory by the names that codesign gives them (SecCode.cpp). */
final class FlagNames {
  private static final Map<Integer, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(0x1, "host");
    NAMES.put(0x2, "adhoc");
    NAMES.put(0x100, "hard");
    NAMES.put(0x200, "kill");
    NAMES.put(0x400, "expires");
    NAMES.put(0x800, "restrict");
    NAMES.put(0x1000, "enforcement");
    NAMES.put(0x2000, "library-validation");
    NAMES.put(0x10000, "runtime");
    NAMES.put(0x20000, "linker-signed");
  }

  private FlagNames() {}

  /** {@code 0x10000(runtime)}. */
  static String text(int flags) {
    if (flags == 0) {
      return "0x0(none)";
    }
    var names = new StringBuilder();
    int unnamed = flags;
    for (Map.Entry<Integer, String> flag : NAMES.entrySet()) {
      if ((flags & flag.getKey()) != 0) {
        names.append(',').append(flag.getValue());
        unnamed &= ~flag.getKey();
      }
    }
    if (unnamed != 0) {
      names.append(",???");
    }
    return "0x%x(%s)".formatted(flags, names.substring(1));
  }
}
