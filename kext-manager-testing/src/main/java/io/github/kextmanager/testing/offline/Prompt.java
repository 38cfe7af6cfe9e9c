package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.OutputStreamText;

/**
 * Where kextutil asks the person who runs it. Nobody is there: the standard input has ended.
 *
 * @param stderr where the question goes
 */
record Prompt(OutputStreamText stderr) {
  /** Asks, and gets no answer. */
  void ask(String question) {
    stderr.print(question);
  }

  void say(String text) {
    stderr.print(text);
  }
}
