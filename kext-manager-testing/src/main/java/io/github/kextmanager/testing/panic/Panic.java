package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A panic in the code of a kext while the kernel starts it.
 *
 * @param platform the release and the processor
 * @param build the build of the release, such as {@code 19H2}
 * @param darwin the version of the kernel, such as {@code 19.6.0}
 * @param session the boot session that ends with it
 * @param startedAt when that session began
 * @param at when it happens
 * @param kexts what the kernel holds, in load order; the last one is being started
 * @param libraries the identifiers of those that others can link against, because they say with
 *     which version of themselves they are compatible
 * @param lastStopped the kext that was unloaded last in this session, if one was
 * @param process the process on whose behalf the kernel starts it
 * @param message what the code says
 */
public record Panic(
    Platform platform,
    String build,
    String darwin,
    UUID session,
    Instant startedAt,
    Instant at,
    List<KextInfo> kexts,
    Set<String> libraries,
    Optional<Stopped> lastStopped,
    String process,
    String message) {
  /**
   * A kext that was unloaded.
   *
   * @param kext the kext as it was
   * @param uptime how long after the start of the Mac
   */
  public record Stopped(KextInfo kext, Duration uptime) {}

  /**
   * Takes unmodifiable copies.
   *
   * @throws IllegalArgumentException if no kext is being started
   */
  public Panic {
    kexts = List.copyOf(kexts);
    libraries = Set.copyOf(libraries);
    if (kexts.isEmpty()) {
      throw new IllegalArgumentException("A panic of a kext needs the kext.");
    }
  }

  /** The kext whose code it was. */
  KextInfo culprit() {
    return kexts.get(kexts.size() - 1);
  }

  /** How long the Mac had been running. */
  Duration uptime() {
    return Duration.between(startedAt, at);
  }

  /** Where in the code, as the compiler has noted it: the file is called after the kext. */
  String place() {
    String identifier = culprit().identifier().orElse("kext");
    return identifier.substring(identifier.lastIndexOf('.') + 1) + ".cpp:42";
  }
}
