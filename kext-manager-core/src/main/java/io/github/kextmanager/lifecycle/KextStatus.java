package io.github.kextmanager.lifecycle;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import java.util.List;
import java.util.Optional;

/**
 * What one look showed of one kext.
 *
 * @param identifier the kext
 * @param state its state
 * @param loaded the kext as the kernel reports it, if it is loaded
 * @param onDisk its bundles in the folders for extensions, in the order in which macOS searches
 *     them
 */
public record KextStatus(
    BundleIdentifier identifier,
    LifecycleState state,
    Optional<LoadedKext> loaded,
    List<KextBundle> onDisk) {
  /** Takes an unmodifiable copy of the list. */
  public KextStatus {
    onDisk = List.copyOf(onDisk);
  }
}
