package io.github.kextmanager.testing.kernel;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A processor type and subtype, as Mach-O headers and the kernel number them (mach/machine.h).
 *
 * @param type the type
 * @param subtype the subtype, if known
 */
public record CpuType(int type, OptionalInt subtype) {
  private static final int ABI64 = 0x01000000;
  private static final int SUBTYPE_MASK = 0x00ffffff;

  /** 32-bit PowerPC. */
  public static final CpuType PPC = new CpuType(18, OptionalInt.of(0));

  /** 32-bit Intel. */
  public static final CpuType I386 = new CpuType(7, OptionalInt.of(3));

  /** 64-bit Intel. */
  public static final CpuType X86_64 = new CpuType(7 | ABI64, OptionalInt.of(3));

  /** 64-bit Arm. */
  public static final CpuType ARM64 = new CpuType(12 | ABI64, OptionalInt.of(0));

  /** 64-bit Arm with pointer authentication. */
  public static final CpuType ARM64E = new CpuType(12 | ABI64, OptionalInt.of(2));

  // What a record has of its own is linked at run time, which a short process pays for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CpuType cpu && type == cpu.type && subtype.equals(cpu.subtype);
  }

  @Override
  public int hashCode() {
    return type;
  }

  /**
   * Whether addresses are 64 bits wide.
   *
   * @return true if the type has the 64-bit flag
   */
  public boolean is64Bit() {
    return (type & ABI64) != 0;
  }

  /**
   * What kextstat prints for it: the name that {@code NXGetArchInfoFromCpuType} gives, or the two
   * numbers. Without a subtype it is the name of the family.
   *
   * @return the text of the column, not padded
   */
  public String columnText() {
    int sub = subtype.isPresent() ? subtype.getAsInt() & SUBTYPE_MASK : -1;
    String name =
        switch (type) {
          case 7 -> sub == -1 || sub == 3 ? "i386" : "";
          case 7 | ABI64 -> sub == 8 ? "x86_64h" : sub == -1 || sub == 3 ? "x86_64" : "";
          case 18 -> sub == -1 || sub == 0 ? "ppc" : sub == 100 ? "ppc970" : "";
          case 18 | ABI64 -> sub == -1 || sub == 0 ? "ppc64" : "";
          case 12 -> sub == -1 || sub == 0 ? "arm" : "";
          case 12 | ABI64 ->
              switch (sub) {
                case -1, 0 -> "arm64";
                case 1 -> "arm64v8";
                case 2 -> "arm64e";
                default -> "";
              };
          default -> "";
        };
    return name.isEmpty()
        ? String.format(Locale.ROOT, "%#010x/%#-7x", type, subtype.orElse(-1))
        : name;
  }
}
