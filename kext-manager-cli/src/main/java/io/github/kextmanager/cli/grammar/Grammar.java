package io.github.kextmanager.cli.grammar;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code kextm} understands, as picocli holds it. */
public final class Grammar {
  /** The name of the command. */
  public static final String COMMAND = "kextm";

  private Grammar() {}

  /** One verb alone: to parse a line that begins with it, nothing of the others is needed. */
  public static CommandLine leaf(String name, Verb verb) {
    return strict(verb.spec().name(COMMAND + " " + name));
  }

  /** All verbs, for the completion and the manual. */
  public static CommandLine tree(List<String> names, Function<String, Verb> verbs) {
    CommandSpec top = empty().name(COMMAND);
    for (String name : names) {
      int blank = name.indexOf(' ');
      CommandSpec parent = blank < 0 ? top : group(top, name.substring(0, blank));
      String last = name.substring(blank + 1);
      parent.addSubcommand(last, strict(verbs.apply(name).spec().name(last)));
    }
    return strict(top);
  }

  static CommandSpec empty() {
    return CommandSpec.wrapWithoutInspection(null, NoFactory.INSTANCE);
  }

  private static CommandSpec group(CommandSpec top, String name) {
    @Nullable CommandLine known = top.subcommands().get(name);
    if (known != null) {
      return known.getCommandSpec();
    }
    CommandSpec group = empty().name(name);
    top.addSubcommand(name, strict(group));
    return group;
  }

  private static CommandLine strict(CommandSpec spec) {
    return new CommandLine(spec, NoFactory.INSTANCE)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false);
  }
}
