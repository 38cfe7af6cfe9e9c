package io.github.kextmanager.bundle;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A key at the top of a kext's Info.plist, and what belongs under it.
 *
 * <p>Of a key that begins with {@code OS} or {@code IO} there can be one for an architecture, such
 * as {@code OSBundleLibraries_x86_64}; it takes the place of the plain one there (IOKitUser,
 * OSKext.c, OSKextGetValueForInfoDictionaryKey).
 *
 * @param <T> what belongs under it
 */
public final class KextKey<T> {
  /** What kind of bundle it is: {@code KEXT} or, from 10.15, {@code DEXT}. */
  public static final KextKey<String> PACKAGE_TYPE = text("CFBundlePackageType");

  /** Its identifier. */
  public static final KextKey<String> IDENTIFIER = text("CFBundleIdentifier");

  /** Its version. */
  public static final KextKey<String> VERSION = text("CFBundleVersion");

  /** The oldest version that it can stand in for. Only a kext with this can be a library. */
  public static final KextKey<String> COMPATIBLE_VERSION = text("OSBundleCompatibleVersion");

  /** The name of the file with its code. */
  public static final KextKey<String> EXECUTABLE = text("CFBundleExecutable");

  /** The kext whose code it uses. */
  public static final KextKey<String> SHARED_EXECUTABLE =
      text("OSBundleSharedExecutableIdentifier");

  /** The kexts that it needs, by identifier, and the versions that it asks for. */
  public static final KextKey<Map<String, Property<String>>> LIBRARIES =
      new KextKey<>("OSBundleLibraries", PropertyType.TEXTS);

  /** When it must be there. */
  public static final KextKey<String> REQUIRED = text("OSBundleRequired");

  /** Whether a kext that depends on it counts as required for the console (from 10.11). */
  public static final KextKey<Boolean> REQUIRED_PROMOTION = flag("OSBundleRequiredPromotion");

  /** Whether it has no code of its own, but hands on symbols of the one kext that it needs. */
  public static final KextKey<Boolean> IS_INTERFACE = flag("OSBundleIsInterface");

  /** Whether it stands for a part of the kernel. */
  public static final KextKey<Boolean> IS_KERNEL_RESOURCE = flag("OSKernelResource");

  /** Whether somebody else than root may load it. */
  public static final KextKey<Boolean> ALLOW_USER_LOAD = flag("OSBundleAllowUserLoad");

  /** Whether only a request by name loads it, and never its personalities alone (from 11). */
  public static final KextKey<Boolean> REQUIRE_EXPLICIT_LOAD = flag("OSBundleRequireExplicitLoad");

  /** Whether a user may have the kernel end the services of it, if it is Apple's (from 10.15.4). */
  public static final KextKey<Boolean> ALLOW_USER_TERMINATE = flag("OSBundleAllowUserTerminate");

  /** Whether the tools log what they do with it. */
  public static final KextKey<Boolean> ENABLE_LOGGING = flag("OSBundleEnableKextLogging");

  /** Out of date, and ignored. */
  public static final KextKey<String> DEBUG_LEVEL = anything("OSBundleDebugLevel");

  /** Whether it is for developers only, and left out of caches. */
  public static final KextKey<Boolean> DEVELOPER_ONLY = flag("OSBundleDeveloperOnly");

  /**
   * What drives which hardware: of the personalities only those that are not ordinary. One that
   * names its own kext, and in which all that macOS looks at is in order, is left out; {@link
   * KextBundleReader#infoPlist} has all of them.
   */
  public static final KextKey<Map<String, Property<Personality>>> PERSONALITIES =
      new KextKey<>("IOKitPersonalities", PropertyType.PERSONALITIES);

  /** One of the two texts in which a copyright may stand. */
  public static final KextKey<String> INFO_STRING = text("CFBundleGetInfoString");

  /** The other text in which a copyright may stand. */
  public static final KextKey<String> COPYRIGHT = text("NSHumanReadableCopyright");

  /** Apple's own: a security policy. */
  public static final KextKey<String> SECURITY_EXTENSION = anything("AppleSecurityExtension");

  /** Apple's own: a part of the kernel that is delivered by itself. */
  public static final KextKey<String> KERNEL_EXTERNAL_COMPONENT =
      anything("AppleKernelExternalComponent");

  /** The name of the file with the code of a driver extension. */
  public static final KextKey<String> DRIVER_EXECUTABLE = text("CFBundleUEXTExecutable");

  private static final Map<String, KextKey<?>> BY_NAME =
      List.<KextKey<?>>of(
              PACKAGE_TYPE,
              IDENTIFIER,
              VERSION,
              COMPATIBLE_VERSION,
              EXECUTABLE,
              SHARED_EXECUTABLE,
              LIBRARIES,
              REQUIRED,
              REQUIRED_PROMOTION,
              IS_INTERFACE,
              IS_KERNEL_RESOURCE,
              ALLOW_USER_LOAD,
              REQUIRE_EXPLICIT_LOAD,
              ALLOW_USER_TERMINATE,
              ENABLE_LOGGING,
              DEBUG_LEVEL,
              DEVELOPER_ONLY,
              PERSONALITIES,
              INFO_STRING,
              COPYRIGHT,
              SECURITY_EXTENSION,
              KERNEL_EXTERNAL_COMPONENT,
              DRIVER_EXECUTABLE)
          .stream()
          .collect(Collectors.toUnmodifiableMap(KextKey::name, Function.identity()));

  private final String name;
  private final PropertyType<T> type;

  private KextKey(String name, PropertyType<T> type) {
    this.name = name;
    this.type = type;
  }

  private static KextKey<String> text(String name) {
    return new KextKey<>(name, PropertyType.TEXT);
  }

  private static KextKey<Boolean> flag(String name) {
    return new KextKey<>(name, PropertyType.FLAG);
  }

  private static KextKey<String> anything(String name) {
    return new KextKey<>(name, PropertyType.ANYTHING);
  }

  /**
   * All keys that are read.
   *
   * @return the keys by their names
   */
  static Map<String, KextKey<?>> byName() {
    return BY_NAME;
  }

  /**
   * The key as it stands in the property list.
   *
   * @return the plain key
   */
  public String name() {
    return name;
  }

  /**
   * What belongs under it.
   *
   * @return the type
   */
  public PropertyType<T> type() {
    return type;
  }

  /** Whether there can be one for an architecture. */
  boolean canBeForAnArchitecture() {
    return name.startsWith("OS") || name.startsWith("IO");
  }

  /** Returns the key as it stands in the property list. */
  @Override
  public String toString() {
    return name;
  }
}
