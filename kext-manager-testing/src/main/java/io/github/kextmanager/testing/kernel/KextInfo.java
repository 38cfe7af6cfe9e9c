package io.github.kextmanager.testing.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What the kernel tells about one loaded kext ({@code OSKextCopyLoadedKextInfo}). Anything may be
 * missing.
 *
 * <p>The 32-bit numbers are kept as their bits: a tool may read them as signed or unsigned.
 *
 * @param identifier {@code CFBundleIdentifier}
 * @param version {@code CFBundleVersion}, raw
 * @param tag {@code OSBundleLoadTag}
 * @param references {@code OSBundleRetainCount}
 * @param address {@code OSBundleLoadAddress}
 * @param size {@code OSBundleLoadSize}
 * @param wired {@code OSBundleWiredSize}
 * @param architecture what {@code OSBundleCPUType} and {@code OSBundleCPUSubtype} print as
 * @param uuid {@code OSBundleUUID}
 * @param dependencies {@code OSBundleDependencies}: load tags, not sorted
 * @param kernelResource {@code OSKernelResource}
 */
public record KextInfo(
    Optional<String> identifier,
    Optional<String> version,
    OptionalInt tag,
    OptionalInt references,
    OptionalLong address,
    OptionalInt size,
    OptionalInt wired,
    Optional<String> architecture,
    Optional<UUID> uuid,
    List<OptionalInt> dependencies,
    boolean kernelResource) {
  /** Takes an unmodifiable copy of the list. */
  public KextInfo {
    dependencies = List.copyOf(dependencies);
  }

  /**
   * The same with other references.
   *
   * @param count how many loaded kexts link against it
   * @return what is told
   */
  public KextInfo withReferences(OptionalInt count) {
    return new KextInfo(
        identifier,
        version,
        tag,
        count,
        address,
        size,
        wired,
        architecture,
        uuid,
        dependencies,
        kernelResource);
  }

  /**
   * The same for somebody who may not know where it is.
   *
   * @return what is told, with the address 0
   */
  public KextInfo withoutAddress() {
    return new KextInfo(
        identifier,
        version,
        tag,
        references,
        OptionalLong.of(0),
        size,
        wired,
        architecture,
        uuid,
        dependencies,
        kernelResource);
  }
}
