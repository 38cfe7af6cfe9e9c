package io.github.kextmanager.macho;

/**
 * A symbol of code.
 *
 * @param name its name, with the underscore that compilers put before it
 * @param kind where it is
 */
public record Symbol(String name, Kind kind) {
  private static final int N_TYPE = 0x0e;

  /** Where a symbol is, whether or not others may use it. */
  public enum Kind {
    /** In other code; in a part of the kernel that kexts link against: in the kernel. */
    UNDEFINED,
    /** At a fixed address. */
    ABSOLUTE,
    /** In a section of the code. */
    IN_SECTION,
    /** It stands for another symbol. */
    INDIRECT,
    /** Of a kind that no kext has. */
    OTHER;

    static Kind of(int type) {
      return switch (type & N_TYPE) {
        case 0x0 -> UNDEFINED;
        case 0x2 -> ABSOLUTE;
        case 0xe -> IN_SECTION;
        case 0xa -> INDIRECT;
        default -> OTHER;
      };
    }
  }
}
