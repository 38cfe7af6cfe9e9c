package io.github.kextmanager.bundle;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.model.VersionGrammar;
import java.util.Map;
import java.util.Optional;

/**
 * What a Mac takes a kext for, from its property list alone. It may be invalid all the same.
 *
 * @param version its version
 * @param compatibleVersion the oldest version that it can stand in for
 * @param isDriverExtension whether it is a driver extension, which runs outside of the kernel
 * @param isKernelComponent whether it stands for a part of the kernel
 * @param isInterface whether it hands on symbols of another; a kernel component always does
 * @param declaresExecutable whether it says that it has code for the kernel
 * @param hasLogOrDebugFlags whether it asks for logging or debugging
 * @param required when it must be there, even if that is no text that macOS knows
 * @param libraries the kexts that it needs and the versions that it asks for, as they stand there
 */
public record KextFacts(
    PackedVersion version,
    PackedVersion compatibleVersion,
    boolean isDriverExtension,
    boolean isKernelComponent,
    boolean isInterface,
    boolean declaresExecutable,
    boolean hasLogOrDebugFlags,
    Optional<BootRequirement> required,
    Map<String, Property<String>> libraries) {

  /** The longest version that is looked at at all (IOKitUser, OSKext.c, KMOD_MAX_NAME). */
  public static final int LONGEST_VERSION = 63;

  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);

  static KextFacts of(KextProperties properties, TargetMac target) {
    return new Reading(properties, target).facts();
  }

  /**
   * Whether another kext can be linked against it.
   *
   * @return true if it has a valid compatible version
   */
  public boolean isLibrary() {
    return compatibleVersion.value() > 0;
  }

  private record Reading(KextProperties properties, TargetMac target) {
    KextFacts facts() {
      String type = properties.get(KextKey.PACKAGE_TYPE).asOptional().orElse("");
      boolean isDriver = type.equals("DEXT") && isAtLeastCatalina();
      boolean isKernelComponent = isTrue(KextKey.IS_KERNEL_RESOURCE);
      return new KextFacts(
          version(),
          compatibleVersion(),
          isDriver,
          isKernelComponent,
          isKernelComponent || isTrue(KextKey.IS_INTERFACE),
          declaresExecutable(type),
          isTrue(KextKey.ENABLE_LOGGING) || hasDebugFlags(),
          text(KextKey.REQUIRED).map(BootRequirement::new),
          properties.get(KextKey.LIBRARIES, target.architecture()).asOptional().orElse(Map.of()));
    }

    private PackedVersion version() {
      return properties
          .get(KextKey.VERSION)
          .asOptional()
          .filter(text -> text.length() <= LONGEST_VERSION)
          .map(this::packed)
          .orElseGet(() -> PackedVersion.missing(target.versions()));
    }

    private PackedVersion compatibleVersion() {
      return properties
          .get(KextKey.COMPATIBLE_VERSION, target.architecture())
          .asOptional()
          .map(this::packed)
          .orElseGet(() -> PackedVersion.missing(target.versions()));
    }

    private PackedVersion packed(String text) {
      VersionGrammar grammar = target.versions();
      return grammar
          .fromPropertyList(text)
          .map(grammar::pack)
          .orElseGet(() -> PackedVersion.invalid(grammar));
    }

    /** From 10.15 only what says that it is a kext has code for the kernel. */
    private boolean declaresExecutable(String type) {
      boolean canHaveCode = !isAtLeastCatalina() || type.equals("KEXT");
      return text(KextKey.SHARED_EXECUTABLE).isPresent()
          || (canHaveCode && text(KextKey.EXECUTABLE).isPresent());
    }

    private boolean hasDebugFlags() {
      Map<String, Property<Personality>> personalities =
          properties
              .get(KextKey.PERSONALITIES, target.architecture())
              .asOptional()
              .orElse(Map.of());
      for (Property<Personality> personality : personalities.values()) {
        if (personality.asOptional().filter(Personality::isDebugged).isPresent()) {
          return true;
        }
      }
      return false;
    }

    private boolean isAtLeastCatalina() {
      return target.release().isAtLeast(CATALINA);
    }

    private boolean isTrue(KextKey<Boolean> key) {
      return properties.get(key, target.architecture()).asOptional().orElse(false);
    }

    private Optional<String> text(KextKey<String> key) {
      return properties
          .get(key, target.architecture())
          .asOptional()
          .filter(text -> !text.isEmpty());
    }
  }
}
