package io.github.kextmanager.macho;

import java.util.Optional;

/**
 * A kind of processor, as Mach-O files name it.
 *
 * @param type the {@code cputype}
 * @param subtype the {@code cpusubtype}, its capability bits included
 */
public record Cpu(int type, int subtype) {
  static final int TYPE_I386 = 7;
  static final int TYPE_MC680X0 = 6;
  static final int TYPE_HPPA = 11;
  static final int TYPE_ARM = 12;
  static final int TYPE_MC88000 = 13;
  static final int TYPE_SPARC = 14;
  static final int TYPE_I860 = 15;
  static final int TYPE_POWERPC = 18;

  private static final int ABI64 = 0x0100_0000;
  private static final int ABI64_32 = 0x0200_0000;

  static final int TYPE_X86_64 = TYPE_I386 | ABI64;
  static final int TYPE_ARM64 = TYPE_ARM | ABI64;
  static final int TYPE_ARM64_32 = TYPE_ARM | ABI64_32;
  static final int TYPE_POWERPC64 = TYPE_POWERPC | ABI64;

  /** The bits of a subtype that say what it can do, not what it is (mach/machine.h). */
  private static final int CAPABILITY_BITS = 0xff00_0000;

  /**
   * The processor of which a tool prints this name.
   *
   * @param name such as {@code x86_64}
   * @return the processor; empty if no tool prints that name
   */
  public static Optional<Cpu> named(String name) {
    return CpuNames.cpu(name);
  }

  /**
   * The name that Apple's tools print ({@code NXGetArchInfoFromCpuType}).
   *
   * @return the name; empty for a processor that they do not know
   */
  public Optional<String> name() {
    return CpuNames.name(this);
  }

  /** The subtype without its capability bits. */
  int bareSubtype() {
    return subtype & ~CAPABILITY_BITS;
  }

  /** Whether another is the same but for the capability bits. */
  boolean matches(Cpu other) {
    return type == other.type && bareSubtype() == other.bareSubtype();
  }

  /** Returns the name, or for one without a name its two numbers as {@code lipo} prints them. */
  @Override
  public String toString() {
    return name()
        .orElseGet(
            () ->
                "(cputype (%s) cpusubtype (%s))"
                    .formatted(Integer.toUnsignedString(type), Integer.toString(bareSubtype())));
  }
}
