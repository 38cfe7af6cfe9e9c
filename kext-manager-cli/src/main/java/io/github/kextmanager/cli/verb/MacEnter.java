package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.testing.OnDiskMac;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs a script where a simulated Mac is the Mac. A JVM cannot be replaced by another program, so
 * it says how, and the launcher, which can, does it.
 */
final class MacEnter implements Verb {
  private static final String AS_USER = "--as-user";

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Run a script where a simulated Mac is the Mac.",
                "In a mount namespace of its own, /sbin/kextload, /Library/Extensions, /System and the"
                    + " rest are those of the Mac, and everything else is this machine's. Nothing of"
                    + " this machine is changed by that, and nothing is left behind; what the script"
                    + " writes to files of this machine is written. The script takes the place of"
                    + " kextm: its exit status and its signals are its own. Where the system permits"
                    + " no namespace, kextm says so and ends with 77.",
                "Put -- before the script. Who is not root runs as root in there, for files that are"
                    + " one's own."))
        .others("SCRIPT", "The program to run, and its arguments.")
        .flag(AS_USER, "Stay who you are; sudo of the Mac then makes root of you.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    OnDiskMac mac = MacWords.mac(words);
    mac.renewTools();
    String user = words.has(AS_USER) ? " " + AS_USER : "";
    console.printText(
        "shift $(($# - %d)); exec /bin/sh %s%s \"$@\"\n"
            .formatted(
                words.others(1).size(), ShellWords.quote(mac.enterScript().toString()), user));
    return ExitStatus.DONE;
  }
}
