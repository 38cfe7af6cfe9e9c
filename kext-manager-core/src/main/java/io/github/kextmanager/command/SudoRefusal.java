package io.github.kextmanager.command;

import io.github.kextmanager.command.Termination.Exited;
import java.util.List;
import java.util.Optional;

/**
 * sudo refused, and the tool behind it did not run.
 *
 * @param kind what sudo refused for
 * @param lines all that it said, without blank lines; never empty
 */
public record SudoRefusal(Kind kind, List<String> lines) {
  /** What sudo can refuse for. */
  public enum Kind {
    /** sudo itself is broken: its owner, its mode, its configuration or its policy. */
    MISCONFIGURED,
    /**
     * The user is in no sudoers file, or not allowed this command, or not known, or expired, and
     * sudo says so.
     */
    NOT_ALLOWED,
    /** A terminal is required ({@code requiretty}, or no askpass program). */
    TERMINAL_REQUIRED,
    /**
     * A password is needed and {@code -n} forbids to ask. Said also to a user who may not run the
     * command at all: sudo does not tell these apart before it has the password (sudo 1.9.13p3).
     */
    PASSWORD_REQUIRED,
    /**
     * The tool is not there, as sudo sees it, or cannot be executed: {@code sudo: TOOL: command not
     * found}. Said also of a file that is not executable and of a directory.
     */
    COMMAND_NOT_FOUND,
    /** A line by sudo that says something else, with nothing that only the tool can have said. */
    OTHER
  }

  /** sudo(8): its status when it fails before it has run the command. */
  private static final int OWN_STATUS = 1;

  /**
   * Takes an unmodifiable copy of the list.
   *
   * @throws IllegalArgumentException if there are no lines
   */
  public SudoRefusal {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A refusal by sudo needs the lines that say so.");
    }
  }

  /**
   * Tells sudo's refusal from a failure of the tool. Both can end with status 1, and sudo can warn
   * of something and run the tool all the same.
   *
   * @param result the result of any command
   * @return the refusal; empty if the command did not go {@linkplain Privilege.Sudo through sudo},
   *     or the tool was run
   */
  public static Optional<SudoRefusal> in(CommandResult result) {
    if (!Privilege.Sudo.isAppliedTo(result.command())
        || !result.termination().equals(new Exited(OWN_STATUS))) {
      return Optional.empty();
    }
    List<String> said = result.stderr().lines().stream().filter(line -> !line.isBlank()).toList();
    return SudoText.refusalIn(said)
        .or(() -> result.stdout().text().isEmpty() ? SudoText.unknownIn(said) : Optional.empty())
        .map(kind -> new SudoRefusal(kind, said));
  }
}
