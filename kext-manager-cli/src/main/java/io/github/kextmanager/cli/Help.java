package io.github.kextmanager.cli;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.verb.Verbs;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What {@code kextm} says of itself when it is asked. */
final class Help {
  private static final int NAME_WIDTH = 18;

  private Help() {}

  /** On the command as a whole. */
  static ExitStatus all(Console console) {
    console.print("Usage: kextm VERB [OBJECT...] [options]");
    console.print("Load, unload and look at the kernel extensions (kexts) of a Mac.");
    console.print("");
    console.print("Verbs:");
    list(Verbs.NAMES, console);
    console.print("  " + padded("help VERB") + "Say more of a verb, as VERB --help does.");
    console.print("");
    console.print("Answers go to standard output, everything else to standard error.");
    console.print(
        "Each verb knows --json, --root, --simulate, --simulate-from, --timeout, --quiet,");
    console.print("--verbose and --help; each that reaches a Mac knows --record.");
    console.print("kextm --version prints the version.");
    console.print("");
    console.print("Exit status:");
    for (ExitStatus status : ExitStatus.values()) {
      console.print("%5d  %s".formatted(status.number(), status.meaning()));
    }
    return ExitStatus.DONE;
  }

  /** On the verbs that begin with a word. */
  static ExitStatus group(String first, Console console) {
    console.print("Usage: kextm %s VERB [OBJECT...] [options]".formatted(first));
    console.print("");
    console.print("Verbs:");
    list(VerbGroup.named(first), console);
    console.print("");
    console.print("kextm %s VERB --help says more of one.".formatted(first));
    return ExitStatus.DONE;
  }

  private static void list(List<String> names, Console console) {
    for (String name : names) {
      String[] header = Verbs.named(name).orElseThrow().spec().usageMessage().header();
      console.print("  " + padded(name) + header[0]);
    }
  }

  /** On the verb that some words name. */
  static ExitStatus on(List<String> words, Console console) {
    if (words.isEmpty()) {
      return all(console);
    }
    List<String> asked = new ArrayList<>(words);
    asked.add("--help");
    if (VerbGroup.isAskedAbout(asked)) {
      return group(words.get(0), console);
    }
    return Request.of(asked).answer(console);
  }

  /** On one verb. */
  static ExitStatus on(CommandLine line, Console console) {
    console.printText(line.getUsageMessage(Ansi.OFF));
    return ExitStatus.DONE;
  }

  private static String padded(String name) {
    return name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()));
  }
}
