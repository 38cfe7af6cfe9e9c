package io.github.kextmanager.macho;

/**
 * What a Mach-O file was made for.
 *
 * @param number the {@code filetype} of its header
 */
public record FileType(int number) {
  /** A relocatable object: what 32-bit kexts are. */
  public static final FileType OBJECT = new FileType(1);

  /** A program, a kernel among them. */
  public static final FileType EXECUTE = new FileType(2);

  /** A shared library. */
  public static final FileType DYLIB = new FileType(6);

  /** A bundle that a program loads. */
  public static final FileType BUNDLE = new FileType(8);

  /** Debugging information only. */
  public static final FileType DSYM = new FileType(10);

  /** What 64-bit kexts are. */
  public static final FileType KEXT_BUNDLE = new FileType(11);

  /** A set of files in one: a kext collection, from macOS 11 on. */
  public static final FileType FILESET = new FileType(12);

  /** Returns the name of the constant in mach-o/loader.h, or the number. */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "MH_OBJECT";
      case 2 -> "MH_EXECUTE";
      case 3 -> "MH_FVMLIB";
      case 4 -> "MH_CORE";
      case 5 -> "MH_PRELOAD";
      case 6 -> "MH_DYLIB";
      case 7 -> "MH_DYLINKER";
      case 8 -> "MH_BUNDLE";
      case 9 -> "MH_DYLIB_STUB";
      case 10 -> "MH_DSYM";
      case 11 -> "MH_KEXT_BUNDLE";
      case 12 -> "MH_FILESET";
      default -> Integer.toUnsignedString(number);
    };
  }
}
