package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.WaitEvent.Approved;
import io.github.kextmanager.lifecycle.WaitEvent.Asked;
import io.github.kextmanager.lifecycle.WaitEvent.Hopeless;
import io.github.kextmanager.lifecycle.WaitEvent.PromptExpired;
import io.github.kextmanager.lifecycle.WaitEvent.StillWaiting;

/** Tells on standard error what happens while kextm waits. */
public final class WaitText {
  private WaitText() {}

  /** Tells one event. */
  public static void tell(WaitEvent event, Console console) {
    if (event instanceof Asked asked) {
      boolean waits = asked.outcomes().stream().anyMatch(outcome -> !outcome.isLoaded());
      console.detail(
          waits
              ? "kextm: macOS was asked; a person at the Mac can allow it, up to macOS 10.15 within"
                  + " 30 minutes."
              : "kextm: macOS was asked.");
    } else if (event instanceof StillWaiting still) {
      console.detail("kextm: waiting for %d s.".formatted(still.since().toSeconds()));
    } else if (event instanceof PromptExpired) {
      console.say("kextm: the button to allow was there for 30 minutes; asking again.");
    } else if (event instanceof Approved) {
      console.say("kextm: it was allowed.");
    } else if (event instanceof Hopeless hopeless) {
      console.say("kextm: " + hopeless.because());
    }
  }
}
