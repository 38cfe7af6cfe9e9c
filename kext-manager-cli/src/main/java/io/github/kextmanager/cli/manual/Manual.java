package io.github.kextmanager.cli.manual;

import io.github.kextmanager.cli.grammar.Grammar;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.verb.Completion;
import io.github.kextmanager.cli.verb.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a distribution has beside the program. Only {@code package} calls it. */
final class Manual {
  private Manual() {}

  /** Writes man pages and completions below the folder that is the argument. */
  public static void main(String[] arguments) throws IOException {
    Path share = Path.of(arguments[0]);
    Path pages = Files.createDirectories(share.resolve("man/man1"));
    Files.writeString(pages.resolve("kextm.1"), ManPage.ofAll(Verbs.NAMES));
    for (String name : Verbs.NAMES) {
      Verb verb = Verbs.named(name).orElseThrow();
      Files.writeString(pages.resolve(ManPage.title(name) + ".1"), ManPage.of(name, verb.spec()));
    }
    Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
    Files.writeString(completions.resolve(Grammar.COMMAND), Completion.script());
  }
}
