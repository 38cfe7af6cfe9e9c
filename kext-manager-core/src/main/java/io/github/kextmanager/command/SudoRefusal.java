package io.github.kextmanager.command;

import java.util.List;

/**
 * sudo refused, and the tool behind it did not run.
 *
 * @param kind what sudo refused for
 * @param lines sudo's own lines, never empty
 */
public record SudoRefusal(Kind kind, List<String> lines) {
  /** What sudo can refuse for. */
  public enum Kind {
    /**
     * A password is needed and {@code -n} forbids to ask. Said also to a user who may not run the
     * command at all: sudo does not tell these apart before it has the password (sudo 1.9.13p3).
     */
    PASSWORD_REQUIRED,
    /** The user is in no sudoers file, or not allowed this command, and sudo says so. */
    NOT_ALLOWED,
    /** A terminal is required ({@code requiretty}, or no askpass program). */
    TERMINAL_REQUIRED,
    /** The tool is not there, as sudo sees it: {@code sudo: TOOL: command not found}. */
    COMMAND_NOT_FOUND,
    /** sudo itself is broken: its owner, its mode, its configuration or its policy. */
    MISCONFIGURED,
    /** A line by sudo that says something else. */
    OTHER
  }

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
}
