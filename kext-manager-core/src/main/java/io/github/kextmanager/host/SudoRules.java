package io.github.kextmanager.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of sudo about root, taken in one by one: of those that match a command the last one counts
 * (sudoers(5)).
 *
 * <p>For one thread.
 */
final class SudoRules {
  private static final String ANY = "ALL";

  private final Set<String> spared = new LinkedHashSet<>();
  private final List<String> doubts = new ArrayList<>();

  /** No password is asked for a command. */
  void spare(String command) {
    if (command.equals(ANY)) {
      forgetEarlier();
    }
    if (!spared.contains(ANY)) {
      spared.add(command);
    }
  }

  /** A password is asked for a command, or it is forbidden. */
  void withhold(String command) {
    if (command.equals(ANY)) {
      forgetEarlier();
      return;
    }
    spared.remove(command);
    if (spared.stream().anyMatch(earlier -> mayOverlap(earlier, command))) {
      doubt(command);
    }
  }

  /** What a rule says of a command cannot be told from here. */
  void doubt(String command) {
    doubts.add(command);
  }

  private void forgetEarlier() {
    spared.clear();
    doubts.clear();
  }

  /**
   * Whether there may be a command line for which both stand; without arguments, any may follow.
   */
  private static boolean mayOverlap(String one, String other) {
    if (isPattern(one) || isPattern(other)) {
      return true;
    }
    String program = program(one);
    return program.equals(program(other)) && (one.equals(program) || other.equals(program));
  }

  /** A word for all, a folder, wildcards, a regular expression, the digest of a file. */
  private static boolean isPattern(String command) {
    return !command.startsWith("/")
        || program(command).endsWith("/")
        || command.matches(".*[*?\\[].*");
  }

  private static String program(String command) {
    return command.split("(?<!\\\\) ", 2)[0];
  }

  /** Those for which the rules contradict each other, as far as that can be told. */
  List<String> doubts() {
    return List.copyOf(doubts);
  }

  boolean spareAll() {
    return spared.contains(ANY);
  }

  List<String> spared() {
    return List.copyOf(spared);
  }
}
