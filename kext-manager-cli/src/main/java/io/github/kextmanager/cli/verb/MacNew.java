package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.NewMac;
import io.github.kextmanager.testing.OnDiskMac;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a simulated Mac in a folder. */
final class MacNew implements Verb {
  private static final String CHIP = "--chip";
  private static final String FROM = "--from";
  private static final String POLICY = "--policy";
  private static final String BARE = "--bare";

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Make a simulated Mac in a new or empty folder.",
            "The folder then holds the files of a Mac, and in sbin, usr/sbin and usr/bin an executable"
                + " for each tool that answers as that tool of that release does. All processes that"
                + " use them share the Mac. \"mac env\" and \"mac enter\" let scripts use it.",
            MacAnswer.JSON)
        .object("RELEASE", "The release of macOS, 10.6 to 27.")
        .object("DIR", "The folder.")
        .value(
            CHIP,
            "CHIP",
            "The processor: intel, intel-32 (10.6 and 10.7) or apple-silicon. Default: intel, from 27"
                + " on apple-silicon, or what the table tells.")
        .value(FROM, "TABLE", "Let the kernel hold what this table of kextstat shows, row for row.")
        .repeatable(
            POLICY,
            "POLICY",
            "full-security (Apple silicon: no kexts of others), untrusted-kexts (bad signatures are"
                + " let in), no-kextd (10.7 to 10.15), safe-boot; sudo-password or sudo-denied (what"
                + " sudo says to a user who is not root). Can be repeated.")
        .flag(BARE, "Leave the folders for extensions empty, and the kernel too.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    NewMac plan = NewMac.of(words.object(0));
    if (words.has(CHIP)) {
      plan.chip(words.text(CHIP));
    }
    if (words.has(BARE) && words.has(FROM)) {
      throw new UsageException("--bare and --from contradict each other.");
    }
    if (words.has(FROM)) {
      plan.holding(words.text(FROM), console);
    }
    if (words.has(BARE)) {
      plan.bare();
    }
    words.values(POLICY).forEach(plan::policy);
    OnDiskMac mac = plan.make(words.object(1));
    return MacAnswer.give(mac, words, console);
  }
}
