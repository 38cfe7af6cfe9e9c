package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import java.time.Instant;
import java.util.List;

/**
 * A change that began during an earlier start of the Mac and did not end: the Mac went down, or
 * whoever made the change did, while it was under way. Its kexts are suspects.
 *
 * @param begunAt when it began
 * @param what what was being done, in a word
 * @param kexts the kexts concerned
 * @param author who asked for it
 */
public record InterruptedChange(
    Instant begunAt, String what, List<BundleIdentifier> kexts, String author) {
  /** Takes an unmodifiable copy of the list. */
  public InterruptedChange {
    kexts = List.copyOf(kexts);
  }
}
