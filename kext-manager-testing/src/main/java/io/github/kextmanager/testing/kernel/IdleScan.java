package io.github.kextmanager.testing.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for kexts that nobody uses, a minute after something was loaded or unloaded last (xnu,
 * OSKext.cpp: {@code considerUnloads}). It happens when the kernel is asked something next.
 */
final class IdleScan {
  private static final Duration DELAY = Duration.ofSeconds(60);

  private final InstantSource clock;
  private Optional<Instant> due;

  IdleScan(InstantSource clock, Optional<Instant> due) {
    this.clock = clock;
    this.due = due;
  }

  Optional<Instant> due() {
    return due;
  }

  void delay() {
    due = Optional.of(clock.instant().plus(DELAY));
  }

  /** Unloads what is idle, the youngest first, until nothing more is. */
  void runIfDue(LoadedImages loaded, Consumer<LoadedImage> unload) {
    if (due.filter(time -> !time.isAfter(clock.instant())).isEmpty()) {
      return;
    }
    due = Optional.empty();
    List<LoadedImage> youngestFirst = new ArrayList<>(loaded.all());
    Collections.reverse(youngestFirst);
    youngestFirst.stream().filter(LoadedImage::isIdle).forEach(unload);
  }
}
