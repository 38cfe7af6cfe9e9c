package io.github.kextmanager.cli.manual;

import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Grammar;
import io.github.kextmanager.cli.verb.Verbs;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Pages of the manual, from what the parser knows. */
final class ManPage {
  private static final String MANUAL = "kextm manual";

  private ManPage() {}

  /** The name of the page of a verb: {@code kextm-parse-version}. */
  static String title(String verb) {
    return Grammar.COMMAND + "-" + verb.replace(' ', '-');
  }

  /** The page on the command as a whole. */
  static String ofAll(List<String> verbs) {
    Troff page =
        new Troff()
            .title(Grammar.COMMAND, MANUAL)
            .section("NAME")
            .words("kextm - load, unload and look at the kernel extensions of a Mac")
            .section("SYNOPSIS")
            .words("kextm VERB [OBJECT...] [options]")
            .section("VERBS");
    for (String verb : verbs) {
      CommandSpec spec = Verbs.named(verb).orElseThrow().spec();
      page.entry(verb, summary(spec) + " See " + title(verb) + "(1).");
    }
    page.section("ENVIRONMENT")
        .entry("JAVA_HOME", "The Java that runs kextm; otherwise the one on PATH.");
    return exitStatus(page).toString();
  }

  /** The page on a verb. */
  static String of(String verb, CommandSpec spec) {
    Troff page =
        new Troff()
            .title(title(verb), MANUAL)
            .section("NAME")
            .words(title(verb) + " - " + summary(spec))
            .section("SYNOPSIS")
            .words(Grammar.COMMAND + " " + verb + objects(spec) + " [options]")
            .section("DESCRIPTION");
    for (String paragraph : spec.usageMessage().description()) {
      page.paragraph(plain(paragraph));
    }
    page.section("OPTIONS");
    for (PositionalParamSpec object : spec.positionalParameters()) {
      page.entry(object.paramLabel(), meaning(object));
    }
    for (OptionSpec option : spec.options()) {
      if (option.hidden()) {
        continue;
      }
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      page.entry(String.join(", ", option.names()) + value, meaning(option));
    }
    return exitStatus(page).section("SEE ALSO").words("kextm(1)").toString();
  }

  private static Troff exitStatus(Troff page) {
    page.section("EXIT STATUS");
    for (ExitStatus status : ExitStatus.values()) {
      page.entry(Integer.toString(status.number()), status.meaning());
    }
    return page;
  }

  private static String objects(CommandSpec spec) {
    StringBuilder objects = new StringBuilder();
    for (PositionalParamSpec object : spec.positionalParameters()) {
      String label = object.paramLabel() + (object.arity().max() > 1 ? "..." : "");
      objects.append(' ').append(object.required() ? label : "[" + label + "]");
    }
    return objects.toString();
  }

  private static String summary(CommandSpec spec) {
    return plain(spec.usageMessage().header()[0]);
  }

  private static String meaning(ArgSpec argument) {
    return plain(String.join(" ", argument.description()));
  }

  /** picocli writes a line end as {@code %n}. */
  private static String plain(String text) {
    return text.replace("%n", "");
  }
}
