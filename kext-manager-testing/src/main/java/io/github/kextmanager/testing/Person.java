package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.policy.Consent;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Somebody at a simulated Mac, who can allow what macOS asks about. Up to 10.15 it stops asking
 * after 30 minutes, until somebody tries to load the kext again.
 *
 * @since 0.1.0
 */
public final class Person {
  private final Consent.Person kind;
  private final BiFunction<Consent.Person, BundleIdentifier, Optional<String>> press;

  Person(
      Consent.Person kind, BiFunction<Consent.Person, BundleIdentifier, Optional<String>> press) {
    this.kind = kind;
    this.press = press;
  }

  /**
   * Allows a kext that macOS asks about.
   *
   * @param identifier the kext
   * @throws IllegalStateException if macOS does not ask about it now, or this person may not answer
   */
  public void allow(BundleIdentifier identifier) {
    press
        .apply(kind, identifier)
        .ifPresent(
            reason -> {
              throw new IllegalStateException("Cannot allow %s: %s.".formatted(identifier, reason));
            });
  }
}
