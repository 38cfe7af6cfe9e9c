package io.github.kextmanager.classify;

import io.github.kextmanager.model.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a tool was asked to do: what its exit status 0 stands for. */
public enum Request {
  /** To load. */
  LOAD,
  /** To unload. */
  UNLOAD,
  /** To test, without loading: {@code kextutil -n}. */
  TEST,
  /** Something else, or nobody knows. */
  OTHER;

  private static final Set<String> HELP = Set.of("-h", "-help", "--help");

  /** The options of kextutil that keep it from loading; {@code -n} among others in one word too. */
  private static final Pattern NO_LOAD =
      Pattern.compile(
          "--?(no-load|address|use-load-addresses)|-a|-(?=[A-Za-z]*[nA])[AcDeiIlmnqtvxzZ]+");

  /**
   * What a tool is asked for when nothing but its name is known. {@code kmutil} is taken for {@code
   * kmutil load}.
   */
  static Request usualOf(Optional<ToolName> tool) {
    return tool.map(
            name ->
                switch (name) {
                  case KEXTLOAD, KEXTUTIL, KMUTIL -> LOAD;
                  case KEXTUNLOAD -> UNLOAD;
                  default -> OTHER;
                })
        .orElse(OTHER);
  }

  /** What the words of a command ask for. */
  static Request of(ToolName tool, List<String> argv) {
    if (argv.stream().anyMatch(HELP::contains)) {
      return OTHER;
    }
    return switch (tool) {
      case KMUTIL -> {
        int word = argv.indexOf(tool.path()) + 1;
        yield word < argv.size() ? ofSubcommand(argv.get(word)) : OTHER;
      }
      case KEXTUTIL ->
          argv.stream().anyMatch(word -> NO_LOAD.matcher(word).matches()) ? TEST : LOAD;
      default -> usualOf(Optional.of(tool));
    };
  }

  /** What a subcommand of kmutil asks for. */
  static Request ofSubcommand(String subcommand) {
    return switch (subcommand) {
      case "load" -> LOAD;
      case "unload" -> UNLOAD;
      default -> OTHER;
    };
  }
}
