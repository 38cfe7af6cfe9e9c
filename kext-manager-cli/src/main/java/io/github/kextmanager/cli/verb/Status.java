package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.KextRow;
import io.github.kextmanager.cli.answer.KextTableText;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LifecycleState;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is known of one kext. */
final class Status implements Verb {
  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Say whether a kext is loaded, and where it lies on disk.",
            "In JSON: identifier, state, loaded (a row as of list, or null), onDisk (path and version"
                + " of each bundle in the folders for extensions).")
        .objects("ID", "1", "The bundle identifier.")
        .recordable()
        .remembering()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    KextWord word = new KextWord(words.objects().get(0));
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL_AND_FILES, console)) {
      KextStatus status = mac.manager().status(word.identifier());
      if (options.format() == Format.JSON) {
        console
            .json()
            .text("identifier", status.identifier().value())
            .text("state", status.state().name())
            .object("loaded", status.loaded().map(KextRow::of), (json, row) -> row.writeTo(json))
            .objects(
                "onDisk",
                status.onDisk(),
                (json, bundle) ->
                    json.text("path", bundle.path().toString())
                        .text("version", bundle.version().text()))
            .end();
      } else {
        tell(status, console);
      }
      return status.state() == LifecycleState.UNKNOWN ? ExitStatus.UNKNOWN : ExitStatus.DONE;
    }
  }

  private static void tell(KextStatus status, Console console) {
    console.print(status.identifier() + ": " + sentence(status.state()));
    status
        .loaded()
        .map(KextRow::of)
        .ifPresent(
            row -> {
              KextTableText text = KextTableText.of(List.of(row));
              console.print("  " + text.header());
              console.print("  " + text.line(row));
            });
    for (KextBundle bundle : status.onDisk()) {
      console.print("  on disk: " + bundle.path() + " (" + bundle.version() + ")");
    }
    if (status.onDisk().isEmpty()) {
      console.print("  on disk: not in the folders for extensions");
    }
  }

  private static String sentence(LifecycleState state) {
    return switch (state) {
      case NOT_LOADED -> "not loaded";
      case LOADED -> "loaded";
      case IN_USE -> "loaded, and in use by other kexts";
      case OTHER_VERSION_LOADED -> "loaded, but in another version than the one on disk";
      case AWAITING_APPROVAL -> "not loaded, waits for approval";
      case AWAITING_RESTART -> "not loaded, waits for a restart";
      case UNKNOWN -> "could not be found out; look again";
    };
  }
}
