package io.github.kextmanager.testing.codesign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of {@code codesign}, as far as displaying and verifying.
 *
 * @param action what to do
 * @param verbosity how often {@code -v} was given, beyond the one that means verifying
 * @param entitlements where to write the entitlements, if they were asked for
 * @param targets the paths
 */
record CodesignArguments(
    Action action, int verbosity, Optional<String> entitlements, List<String> targets) {
  enum Action {
    DISPLAY,
    VERIFY
  }

  /** Reads the words; the message of the exception is the complaint, perhaps empty. */
  static CodesignArguments read(List<String> words) throws UsageException {
    Set<Action> asked = EnumSet.noneOf(Action.class);
    int verbose = 0;
    Optional<String> entitlements = Optional.empty();
    List<String> targets = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (word.equals("--")) {
        targets.addAll(rest);
        rest.clear();
      } else if (word.equals("--entitlements")) {
        entitlements = Optional.of(value(word, rest));
      } else if (word.startsWith("--")) {
        switch (word) {
          case "--display" -> asked.add(Action.DISPLAY);
          case "--verify" -> asked.add(Action.VERIFY);
          case "--verbose" -> verbose++;
          case "--xml", "--deep", "--strict", "--all-architectures" -> {}
          default -> verbose = level(word);
        }
      } else if (word.startsWith("-") && word.length() > 1) {
        for (char letter : word.substring(1).toCharArray()) {
          switch (letter) {
            case 'd' -> asked.add(Action.DISPLAY);
            case 'v' -> verbose++;
            default -> throw new UsageException("invalid option -- " + letter);
          }
        }
      } else {
        targets.add(word);
      }
    }
    return of(asked, verbose, entitlements, targets);
  }

  private static CodesignArguments of(
      Set<Action> asked, int verbose, Optional<String> entitlements, List<String> targets)
      throws UsageException {
    if (targets.isEmpty() || (asked.isEmpty() && verbose == 0)) {
      throw new UsageException("");
    }
    if (asked.contains(Action.DISPLAY)) {
      return new CodesignArguments(Action.DISPLAY, verbose, entitlements, targets);
    }
    int beyond = asked.isEmpty() ? verbose - 1 : verbose;
    return new CodesignArguments(Action.VERIFY, beyond, entitlements, targets);
  }

  private static int level(String word) throws UsageException {
    if (!word.matches("--verbose=\\d")) {
      throw new UsageException("unrecognized option `%s'".formatted(word));
    }
    return word.charAt(word.length() - 1) - '0';
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException("option `%s' requires an argument".formatted(option));
    }
    return rest.remove();
  }

  /** Words that make no command; the message may be empty. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String complaint;

    UsageException(String complaint) {
      super(complaint);
      this.complaint = complaint;
    }

    String complaint() {
      return complaint;
    }
  }
}
