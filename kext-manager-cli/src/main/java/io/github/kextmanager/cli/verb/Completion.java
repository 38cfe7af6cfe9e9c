package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Grammar;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the script with which a shell completes the words of kextm. */
public final class Completion implements Verb {
  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Print a script that completes the words of kextm in a shell.",
            "In bash or zsh: source <(kextm completion bash)")
        .objects("SHELL", "1", "bash or zsh; the script is the same.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    String shell = words.objects().get(0);
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new UsageException("The shell is bash or zsh, not \"" + shell + "\".");
    }
    console.printText(script());
    return ExitStatus.DONE;
  }

  /** The script. */
  public static String script() {
    return AutoComplete.bash(
        Grammar.COMMAND, Grammar.tree(Verbs.NAMES, name -> Verbs.named(name).orElseThrow()));
  }
}
