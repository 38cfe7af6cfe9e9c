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
            "For each kext that had to wait: loaded now (DONE), not loaded although the Mac was restarted"
                + " (DID_NOT_TAKE; it may only have to be started, so load it again), or still owed. What is done or did not take is told once. Also the changes that were"
                + " under way when the Mac went down.",
            "0: nothing is owed, 27: an approval is, 28: a restart is, 1: a kext is not there after a restart, or the"
                + " Mac went down during a change.",
            "In JSON: owed (each identifier, version, until, askedAt, author, standing), interrupted"
                + " (each begunAt, what, identifiers, author), damaged (lines of the journal that could"
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
