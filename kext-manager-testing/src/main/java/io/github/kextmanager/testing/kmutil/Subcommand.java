package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;

/** One of the things that kmutil does. */
interface Subcommand {
  /** What it is called. */
  String name();

  /** What it reads. */
  Command command();

  /** The words as they are to be read. */
  default List<String> prepared(List<String> words) {
    return words;
  }

  /**
   * Does it.
   *
   * @param given what was given
   * @param invocation how it was called, and where it writes
   * @return its exit status
   * @throws ArgumentException if what was given is not for it after all
   */
  int run(Given given, Invocation invocation) throws ArgumentException;
}
