package io.github.kextmanager.lifecycle;

import java.util.List;

/**
 * What the journal remembers, compared with what is there now.
 *
 * @param owed the kexts of which something was asked and had to wait. Those that are {@linkplain
 *     OwedKext.Standing#DONE done}, {@linkplain OwedKext.Standing#DID_NOT_TAKE did not take} or are
 *     {@linkplain OwedKext.Standing#NOT_ON_DISK not on the disk} any more are told once, and
 *     forgotten; the others until they are, or until a later change of them comes out
 * @param interrupted the changes that were cut short; each is told once after a restart of the Mac,
 *     and before it until what was wanted is there, or until a later change comes out. A change
 *     that a living process is making is not among them
 * @param damaged the lines of the journal that could not be read, for people
 */
public record Remembered(
    List<OwedKext> owed, List<InterruptedChange> interrupted, List<String> damaged) {
  /** Takes unmodifiable copies of the lists. */
  public Remembered {
    owed = List.copyOf(owed);
    interrupted = List.copyOf(interrupted);
    damaged = List.copyOf(damaged);
  }
}
