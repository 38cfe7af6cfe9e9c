package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import java.util.OptionalInt;

/**
 * What a check rests on.
 *
 * @param from where it was learnt: a command line, or the path of a file as seen on the Mac
 * @param line the line there, counted from 1, if it is one line of a text
 * @param text what was found there
 */
public record Ground(String from, OptionalInt line, String text) {
  static Ground of(String from, String text) {
    return new Ground(from, OptionalInt.empty(), text);
  }

  static Ground line(String from, int line, String text) {
    return new Ground(from, OptionalInt.of(line), text);
  }

  /** What a fact is, or why it is not known. */
  static Ground of(HostFact<?> fact) {
    return of(
        fact.asked(),
        fact instanceof HostFact.NotKnown<?> unknown
            ? unknown.because()
            : FactWords.of(fact.value().orElseThrow()));
  }
}
