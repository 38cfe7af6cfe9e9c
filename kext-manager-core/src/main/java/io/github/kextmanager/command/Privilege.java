package io.github.kextmanager.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a command that needs root gets it.
 *
 * <p>Immutable. sudo's own refusals are told apart from those of the tool by {@link SudoRefusal}.
 */
public sealed interface Privilege {
  /**
   * The command as it must be run under this privilege.
   *
   * @param command a command that needs root
   * @return the same command, or one that becomes root first
   */
  CommandLine applyTo(CommandLine command);

  /** This process is root already: commands run as they are. */
  record AlreadyRoot() implements Privilege {
    @Override
    public CommandLine applyTo(CommandLine command) {
      return command;
    }
  }

  /**
   * Through sudo, which never asks: {@code sudo -n -- TOOL ARGUMENTS}. Where a password would be
   * needed, sudo refuses.
   *
   * @param executable the absolute path of sudo
   */
  record Sudo(Path executable) implements Privilege {
    /** Where macOS and most others keep sudo. */
    public static final Path DEFAULT_PATH = Path.of("/usr/bin/sudo");

    private static final List<String> OPTIONS = List.of("-n", "--");

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it is not absolute
     */
    public Sudo {
      if (!executable.isAbsolute()) {
        throw new IllegalArgumentException(
            "The path of sudo must be absolute, not \"%s\".".formatted(executable));
      }
    }

    /** Through {@code /usr/bin/sudo}. */
    public Sudo() {
      this(DEFAULT_PATH);
    }

    @Override
    public CommandLine applyTo(CommandLine command) {
      List<String> arguments = new ArrayList<>(OPTIONS);
      arguments.add(command.executable().toString());
      arguments.addAll(command.arguments());
      return new CommandLine(
          executable,
          arguments,
          command.environment(),
          command.workingDirectory(),
          command.timeout(),
          command.outputLimitBytes());
    }

    /** By the arguments: sudo may have another path, or another name. */
    static boolean isAppliedTo(CommandLine command) {
      List<String> arguments = command.arguments();
      return arguments.size() > OPTIONS.size()
          && arguments.subList(0, OPTIONS.size()).equals(OPTIONS)
          && arguments.get(OPTIONS.size()).startsWith("/");
    }
  }

  /**
   * No way to become root: commands run as whoever this is, and the tools will say what they think.
   */
  record None() implements Privilege {
    @Override
    public CommandLine applyTo(CommandLine command) {
      return command;
    }
  }
}
