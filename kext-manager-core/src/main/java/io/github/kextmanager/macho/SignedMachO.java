package io.github.kextmanager.macho;

import java.util.List;

/**
 * A file with the signatures of its slices, all read while it was open once.
 *
 * @param file what the file is
 * @param slices the slices that hold code, in the order of the file; empty if there are none
 */
public record SignedMachO(MachO file, List<SliceSignature> slices) {
  /** Copies the list. */
  public SignedMachO {
    slices = List.copyOf(slices);
  }

  /**
   * A slice and its signature.
   *
   * @param slice the slice
   * @param signature what its signature says
   */
  public record SliceSignature(Slice slice, Signature signature) {}
}
