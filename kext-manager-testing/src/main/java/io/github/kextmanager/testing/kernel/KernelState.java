package io.github.kextmanager.testing.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a kernel holds, as plain data.
 *
 * @param images the loaded kexts in load order
 * @param lastTag the load tag that was given last
 * @param nextAddress where the code of the next kext goes
 * @param idleScan when it looks for kexts that nobody uses, if that is due
 */
public record KernelState(
    List<ImageState> images, int lastTag, long nextAddress, Optional<Instant> idleScan) {
  /** Takes an unmodifiable copy of the list. */
  public KernelState {
    images = List.copyOf(images);
  }
}
