package io.github.kextmanager.classify;

import java.util.Optional;

/**
 * What stood in a slot of a wording.
 *
 * @param slot the slot
 * @param text what stood there, as written
 */
record Capture(Slot slot, String text) {
  /** A capture, if the text can stand in the slot. */
  static Optional<Capture> of(Slot slot, String text) {
    return slot.accepts(text) ? Optional.of(new Capture(slot, text)) : Optional.empty();
  }
}
