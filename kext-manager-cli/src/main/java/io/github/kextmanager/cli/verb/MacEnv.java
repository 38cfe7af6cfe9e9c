package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.testing.OnDiskMac;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Lets a shell find the tools of a simulated Mac. */
final class MacEnv implements Verb {
  private static final String VARIABLE = "SIMULATED_MAC";

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Print what lets a shell find the tools of a simulated Mac.",
                "eval \"$(kextm mac env DIR)\" puts its folders of programs first on the PATH, and DIR"
                    + " into the variable SIMULATED_MAC, for scripts that touch files.",
                "In JSON: folder, path (the folders of programs)."))
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    OnDiskMac mac = MacWords.mac(words);
    mac.renewTools();
    if (words.options().format() == Format.JSON) {
      console
          .json()
          .text("folder", mac.root().toString())
          .texts("path", mac.programFolders().stream().map(Object::toString).toList())
          .end();
      return ExitStatus.DONE;
    }
    String folders =
        mac.programFolders().stream().map(Object::toString).collect(Collectors.joining(":"));
    for (String line :
        List.of(
            VARIABLE + "=" + ShellWords.quote(mac.root().toString()),
            "PATH=" + ShellWords.quote(folders) + ":$PATH",
            "export " + VARIABLE + " PATH")) {
      console.printText(line + "\n");
    }
    return ExitStatus.DONE;
  }
}
