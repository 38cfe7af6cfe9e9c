package io.github.kextmanager.testing.kernel;

import java.util.List;

/**
 * What a kernel holds, as plain data.
 *
 * @param images the loaded kexts in load order
 * @param lastTag the load tag that was given last
 * @param nextAddress where the code of the next kext goes
 */
public record KernelState(List<ImageState> images, int lastTag, long nextAddress) {
  /** Takes an unmodifiable copy of the list. */
  public KernelState {
    images = List.copyOf(images);
  }
}
