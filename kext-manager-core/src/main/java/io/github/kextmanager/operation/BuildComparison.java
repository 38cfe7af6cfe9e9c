package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether what is loaded is the code that lies on the disk, by the UUIDs of both. */
enum BuildComparison {
  SAME,
  DIFFERENT,
  NOT_KNOWN;

  /** The kernels that can hold a kext whose approval is asked for (from 10.13). */
  private static final List<Architecture> ARCHITECTURES =
      List.of(new Architecture("x86_64"), new Architecture("arm64e"));

  static BuildComparison of(
      LoadedKext loaded, Optional<KextBundle> bundle, Path root, MacOsVersion release) {
    if (bundle.isEmpty() || loaded.uuid().isEmpty()) {
      return NOT_KNOWN;
    }
    Set<UUID> onDisk = onDisk(bundle.get(), root, release);
    if (onDisk.isEmpty()) {
      return NOT_KNOWN;
    }
    return onDisk.contains(loaded.uuid().get()) ? SAME : DIFFERENT;
  }

  /** The UUIDs of the code that lies on the disk; none if it cannot be read, or there is none. */
  static Set<UUID> onDisk(KextBundle bundle, Path root, MacOsVersion release) {
    return ARCHITECTURES.stream()
        .map(each -> new Validator(root, TargetMac.of(release, each)))
        .flatMap(validator -> validator.executable(bundle).uuid().stream())
        .collect(Collectors.toSet());
  }
}
