package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.OwedAnswer;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what the journal remembers. */
final class OwedKexts implements Verb {
  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Tell what a journal remembers: what is owed, and what a restart did.",
            "For each kext that had to wait: as was wanted now (DONE), not so although the Mac was"
                + " restarted (DID_NOT_TAKE), what it waited for has happened and loading it again"
                + " starts it or says what is missing (TRY_AGAIN), its bundle was deleted or"
                + " replaced (NOT_ON_DISK), or still owed (STILL_OWED). DONE, DID_NOT_TAKE and"
                + " NOT_ON_DISK are told once. Also the changes that were cut short, by an"
                + " interrupt, the end of the program or of the Mac, with how each of their kexts"
                + " stands.",
            "0: nothing is owed, 27: an approval is, 28: a restart is, 75: a change was cut short"
                + " and may still take effect, 1: a kext is not as was wanted although nothing more"
                + " is owed, or the Mac went down during a change.",
            "In JSON: owed (each identifier, goal, version, until, askedAt, author, loadedVersion,"
                + " standing), interrupted (each begunAt, what, identifiers, kexts (each"
                + " identifier, standing), author, cause), damaged (lines of the journal that could"
                + " not be read).")
        .remembering()
        .recordable()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    if (options.journal().isEmpty()) {
      throw new UsageException("--journal FILE is needed: it holds what is remembered.");
    }
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL_AND_FILES, console)) {
      return OwedAnswer.give(mac.manager().remembered(), options.format(), console);
    }
  }
}
