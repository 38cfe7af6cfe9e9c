package io.github.kextmanager.classify;

import java.util.Optional;

/**
 * What stood in a slot of a wording.
 *
 * @param slot the slot
 * @param text what stood there, as written
 * @param line the line on which it begins, from 1
 */
record Capture(Slot slot, String text, int line) {
  /** A capture, if the text can stand in the slot. */
  static Optional<Capture> of(Slot slot, String text, int line) {
    return slot.accepts(text)
        ? Optional.of(new Capture(slot.kept(), text, line))
        : Optional.empty();
  }
}
