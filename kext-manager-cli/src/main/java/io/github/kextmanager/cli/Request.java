package io.github.kextmanager.cli;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Grammar;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.verb.Verbs;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A verb and the words behind it. It is found by the first words, so that nothing of the other
 * verbs is loaded.
 *
 * @param name the name of the verb, of one or two words
 * @param verb the verb
 * @param rest the words behind it
 */
record Request(String name, Verb verb, List<String> rest) {

  /**
   * Finds the verb.
   *
   * @throws UsageException if there is none
   */
  static Request of(List<String> words) {
    for (int length = 1; length <= Math.min(2, words.size()); length++) {
      String name = String.join(" ", words.subList(0, length));
      Optional<Verb> verb = Verbs.named(name);
      if (verb.isPresent()) {
        return new Request(name, verb.get(), words.subList(length, words.size()));
      }
    }
    throw new UsageException(complaint(words), advice("--help"));
  }

  ExitStatus answer(Console console) {
    CommandLine line = Grammar.leaf(name, verb);
    try {
      ParseResult result = line.parseArgs(rest.toArray(new String[0]));
      if (result.isUsageHelpRequested()) {
        return Help.on(line, console);
      }
      Words parsed = new Words(result);
      return verb.run(parsed, console.with(parsed.options().loudness()));
    } catch (ParameterException | UsageException e) {
      throw new UsageException(String.valueOf(e.getMessage()), advice(name + " --help"));
    }
  }

  private static String advice(String words) {
    return "Try: " + Grammar.COMMAND + " " + words;
  }

  private static String complaint(List<String> words) {
    if (words.isEmpty()) {
      return "A verb is missing." + verbs();
    }
    String first = words.get(0);
    if (first.startsWith("-")) {
      return "The verb comes first, then the options: \"" + first + "\" is no verb." + verbs();
    }
    if (!VerbGroup.named(first).isEmpty()) {
      String members = " Its verbs are: " + String.join(", ", VerbGroup.named(first)) + ".";
      return words.size() < 2 || words.get(1).startsWith("-")
          ? "\"%s\" needs a second word.%s".formatted(first, members)
          : "\"%s %s\" is no verb.%s".formatted(first, words.get(1), members);
    }
    return "\"" + first + "\" is no verb." + verbs();
  }

  private static String verbs() {
    return " Verbs are: " + String.join(", ", Verbs.NAMES);
  }
}
