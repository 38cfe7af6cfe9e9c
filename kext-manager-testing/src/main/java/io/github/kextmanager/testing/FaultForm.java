package io.github.kextmanager.testing;

import io.github.kextmanager.testing.Fault.Work;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one kind of fault is written.
 *
 * @param kind the kind
 * @param pattern its name and what stands behind it, for people
 * @param reader makes one from the words behind the name
 * @param writer gives the words behind the name
 */
record FaultForm<F extends Fault>(
    Class<F> kind, String pattern, Function<FaultWords, F> reader, Function<F, String> writer) {

  static <F extends Fault> Reading<F> form(Class<F> kind, String pattern) {
    return new Reading<>(kind, pattern);
  }

  record Reading<F extends Fault>(Class<F> kind, String pattern) {
    Writing<F> reads(Function<FaultWords, F> reader) {
      return new Writing<>(kind, pattern, reader);
    }
  }

  record Writing<F extends Fault>(Class<F> kind, String pattern, Function<FaultWords, F> reader) {
    FaultForm<F> writes(Function<F, String> writer) {
      return new FaultForm<>(kind, pattern, reader, writer);
    }
  }

  String name() {
    return pattern.split(" ", 2)[0];
  }

  F read(FaultWords words) {
    try {
      F fault = reader.apply(words);
      words.requireEnd();
      return fault;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no fault: it is written like \"%s\". %s"
              .formatted(words.text(), pattern, e.getMessage()),
          e);
    }
  }

  /** The whole text of a fault, or empty if it is of another kind. */
  Optional<String> write(Fault fault) {
    return kind.isInstance(fault)
        ? Optional.of((name() + " " + writer.apply(kind.cast(fault))).strip())
        : Optional.empty();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String workWord(Work work) {
    return work == Work.DONE ? word(work) : "";
  }
}
