package io.github.kextmanager.lifecycle;

import java.util.List;

/**
 * What the journal remembers, compared with what is there now.
 *
 * @param owed the kexts that were asked for and had to wait. Those that are {@linkplain
 *     OwedKext.Standing#DONE done} or {@linkplain OwedKext.Standing#DID_NOT_TAKE did not take} are
 *     told once, and forgotten
 * @param interrupted the changes that an end of the Mac cut short; each is told once
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
