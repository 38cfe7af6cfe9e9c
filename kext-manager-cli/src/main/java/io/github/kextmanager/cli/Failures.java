package io.github.kextmanager.cli;

import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.UnreadableFileException;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.NotAMacException;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.testing.OnDiskMacException;

/** What went wrong so that there is no answer, as an exit status and a sentence. */
final class Failures {
  private Failures() {}

  /** Says it on standard error, and of a bundle that cannot be read in the answer as well. */
  static ExitStatus report(Throwable failure, Format format, Console console) {
    ExitStatus status = status(failure);
    if (format == Format.JSON && failure instanceof UnreadableBundleException unreadable) {
      console
          .json()
          .text("file", unreadable.bundle().toString())
          .text("error", message(failure))
          .end();
    }
    if (status == ExitStatus.FAULT) {
      console.complain("kextm: a fault of kextm itself: " + failure);
      console.trace(failure);
    } else {
      complain(failure, console);
    }
    return status;
  }

  private static void complain(Throwable failure, Console console) {
    if (failure instanceof UsageException usage) {
      usage.sentences().forEach(sentence -> console.complain("kextm: " + sentence));
    } else {
      console.complain("kextm: " + message(failure));
    }
    if (failure instanceof QueryFailedException query) {
      query.lines().forEach(line -> console.complain("kextm:   | " + line));
    }
  }

  private static String message(Throwable failure) {
    if (failure instanceof NotAMacException) {
      return "This needs a Mac, and this machine runs "
          + System.getProperty("os.name")
          + ". With --simulate RELEASE it is done on a simulated one.";
    }
    return String.valueOf(failure.getMessage());
  }

  private static ExitStatus status(Throwable failure) {
    if (failure instanceof UsageException) {
      return ExitStatus.USAGE;
    }
    if (failure instanceof UnreadableFileException
        || failure instanceof OnDiskMacException
        || failure instanceof UnreadableBundleException) {
      return ExitStatus.NO_INPUT;
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
