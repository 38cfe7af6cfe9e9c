package io.github.kextmanager.macho;

/**
 * A system for which code was built.
 *
 * @param number its {@code PLATFORM_} number in mach-o/loader.h
 */
public record Platform(int number) {
  /** macOS. */
  public static final Platform MACOS = new Platform(1);

  /** iOS. */
  public static final Platform IOS = new Platform(2);

  /** tvOS. */
  public static final Platform TVOS = new Platform(3);

  /** watchOS. */
  public static final Platform WATCHOS = new Platform(4);

  /** Mac Catalyst. */
  public static final Platform MAC_CATALYST = new Platform(6);

  /** DriverKit: a driver outside the kernel, not a kext. */
  public static final Platform DRIVERKIT = new Platform(10);

  /** Returns the name, or the number of a platform without one here. */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "macOS";
      case 2 -> "iOS";
      case 3 -> "tvOS";
      case 4 -> "watchOS";
      case 6 -> "Mac Catalyst";
      case 10 -> "DriverKit";
      default -> "platform " + Integer.toUnsignedString(number);
    };
  }
}
