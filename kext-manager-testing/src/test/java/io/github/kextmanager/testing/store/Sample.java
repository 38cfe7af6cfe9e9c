package io.github.kextmanager.testing.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A record with everything in it that can be kept. */
record Sample(
    String text,
    int number,
    long large,
    boolean truth,
    Colour colour,
    Optional<String> maybe,
    OptionalInt maybeNumber,
    OptionalLong maybeLarge,
    List<Animal> animals,
    Set<Colour> colours,
    Map<String, Integer> counts,
    Path path,
    UUID uuid,
    Instant instant,
    Duration duration) {
  enum Colour {
    RED,
    GREEN {
      @Override
      boolean isCalm() {
        return true;
      }
    };

    boolean isCalm() {
      return false;
    }
  }

  sealed interface Animal {}

  record Dog(String name) implements Animal {
    Dog {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a dog has a name");
      }
    }
  }

  record Cat() implements Animal {}

  sealed interface Bird extends Animal {}

  record Duck(List<Optional<String>> words) implements Bird {}

  static final Sample EMPTY = of("", 0);

  static Sample of(String text, int number) {
    return new Sample(
        text,
        number,
        0,
        false,
        Colour.RED,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        List.of(),
        Set.of(),
        Map.of(),
        Path.of("/"),
        new UUID(0, 0),
        Instant.EPOCH,
        Duration.ZERO);
  }

  static final Sample FULL =
      new Sample(
          "\"quoted\" \\ \n \u00fc \ud83d\ude00 \u007f",
          -1,
          Long.MIN_VALUE,
          true,
          Colour.GREEN,
          Optional.of(""),
          OptionalInt.of(Integer.MAX_VALUE),
          OptionalLong.of(Long.MAX_VALUE),
          List.of(new Dog("Rex"), new Cat(), new Duck(List.of(Optional.of("a"), Optional.empty()))),
          Set.of(Colour.GREEN),
          Map.of("k\u00f6y", 7),
          Path.of("/Library/Extensions/W\u00efdget.kext"),
          new UUID(1, 2),
          Instant.parse("2026-11-28T14:00:00.123456789Z"),
          Duration.ofMillis(1500));
}
