package io.github.kextmanager.cli;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.NotAMacException;

/** What went wrong so that there is no answer, as an exit status and a sentence. */
final class Failures {
  private Failures() {}

  /** Says it on standard error. */
  static ExitStatus report(Throwable failure, Console console) {
    ExitStatus status = status(failure);
    if (status == ExitStatus.FAULT) {
      console.complain("kextm: a fault of kextm itself: " + failure);
      console.trace(failure);
    } else {
      String message = String.valueOf(failure.getMessage());
      message.lines().forEach(line -> console.complain("kextm: " + line));
    }
    return status;
  }

  private static ExitStatus status(Throwable failure) {
    if (failure instanceof UsageException) {
      return ExitStatus.USAGE;
    }
    if (failure instanceof NotAMacException || failure instanceof CommandNotStartedException) {
      return ExitStatus.NOT_A_MAC;
    }
    if (failure instanceof CommandInterruptedException
        || failure instanceof ChangeInterruptedException) {
      return ExitStatus.INTERRUPTED;
    }
    return failure instanceof KextException ? ExitStatus.UNKNOWN : ExitStatus.FAULT;
  }
}
