package io.github.kextmanager.cli.grammar;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import picocli.CommandLine.Model.CommandSpec;

/** One thing that {@code kextm} can be asked to do. */
public interface Verb {
  /** What it understands. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @throws UsageException if the words are not what they should be
   */
  ExitStatus run(Words words, Console console);
}
