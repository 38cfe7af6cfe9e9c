package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.doctor.Explainer;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that say what is known of a text that is to be explained. */
final class ExplainWords {
  private static final String TOOL = "--tool";
  private static final String EXIT = "--exit";
  private static final String AS = "--as";
  private static final int HIGHEST_STATUS = 255;

  /** Tools whose name tells nothing that their text does not. */
  private static final List<String> OTHERS = List.of("log", "dmesg", "panic-log");

  private ExplainWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.value(
            TOOL,
            "TOOL",
            "The tool that said it, such as kextload or kmutil. kmutil means kmutil load, unless"
                + " the text shows another of its commands.")
        .value(
            EXIT,
            "STATUS",
            "The exit status of the tool. Without it, a text that says nothing is UNKNOWN.")
        .value(
            AS,
            "RELEASE",
            "The release of macOS that said it, such as 10.15 or 14. Default: the one that the text"
                + " names, or else the newest that says such things.");
  }

  /**
   * What explains a text of which these words are known.
   *
   * @throws UsageException if a word is none of those that are known
   */
  static Explainer explainer(Words words, Console console) {
    if (words.options().choosesMac()) {
      throw new UsageException(
          "A text is explained without a Mac, and without a simulated one: --as names the release"
              + " that said it.");
    }
    Explainer explainer = new Explainer();
    if (words.has(TOOL)) {
      explainer = tool(words.text(TOOL), console).map(explainer::by).orElse(explainer);
    }
    if (words.has(EXIT)) {
      explainer = explainer.endingWith(status(words.text(EXIT)));
    }
    return words.has(AS) ? explainer.on(release(words.text(AS))) : explainer;
  }

  /** The tool of a name; of one that is not known a text can be read as well, and that is said. */
  private static Optional<ToolName> tool(String word, Console console) {
    String name = word.substring(word.lastIndexOf('/') + 1);
    Optional<ToolName> tool =
        Arrays.stream(ToolName.values()).filter(one -> nameOf(one).equals(name)).findFirst();
    if (tool.isEmpty() && !OTHERS.contains(name)) {
      List<String> known = Arrays.stream(ToolName.values()).map(ExplainWords::nameOf).toList();
      console.say(
          "%s: \"%s\" tells nothing; read as if it were not given. Known tools are %s, %s."
              .formatted(TOOL, word, String.join(", ", known), String.join(", ", OTHERS)));
    }
    return tool;
  }

  private static String nameOf(ToolName tool) {
    return tool.name().toLowerCase(Locale.ROOT);
  }

  private static int status(String text) {
    try {
      int status = Integer.parseInt(text);
      if (status >= 0 && status <= HIGHEST_STATUS) {
        return status;
      }
    } catch (NumberFormatException e) {
      // Answered below, as any other text that is no status.
    }
    throw new UsageException(
        EXIT + ": an exit status is a number from 0 to 255, not \"" + text + "\".");
  }

  private static MacOsVersion release(String text) {
    try {
      return ReleaseWord.known(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(AS + ": " + e.getMessage());
    }
  }
}
