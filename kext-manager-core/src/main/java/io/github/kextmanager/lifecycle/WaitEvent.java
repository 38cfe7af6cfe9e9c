package io.github.kextmanager.lifecycle;

import java.time.Duration;
import java.util.List;

/** Something that a caller who waits may want to tell a person. */
public sealed interface WaitEvent {
  /**
   * macOS was asked, and whoever sits at the Mac is asked by it: up to macOS 10.15 the button to
   * allow is there for 30 minutes (TN2459), later ones have not said how long.
   *
   * @param outcomes what macOS answered
   */
  record Asked(List<LoadOutcome> outcomes) implements WaitEvent {
    /** Takes an unmodifiable copy of the list. */
    public Asked {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * Nothing has changed.
   *
   * @param since how long it has been waited
   */
  record StillWaiting(Duration since) implements WaitEvent {}

  /**
   * The button to allow is gone, 30 minutes after it came (TN2459, up to macOS 10.15); macOS is
   * asked again.
   */
  record PromptExpired() implements WaitEvent {}

  /** Everything was allowed; macOS is asked again. */
  record Approved() implements WaitEvent {}

  /**
   * Waiting cannot help.
   *
   * @param because why, as a sentence
   */
  record Hopeless(String because) implements WaitEvent {}
}
