package io.github.kextmanager.doctor;

import java.util.regex.Pattern;

/**
 * Words as sudo reads them in a rule (sudoers(5), "User List" and "Wildcards"; toke.l and match.c
 * of sudo): each stands for itself and for nothing else, or is refused.
 */
final class SudoersWords {
  /** Which the reader of sudo takes for its own. */
  private static final String PUNCTUATION = ",:=#";

  /** Which sudo compares by fnmatch(3). */
  private static final String WILDCARDS = "*?[";

  private static final Pattern NUMBER = Pattern.compile("#(?:0|[1-9]\\d{0,9})");
  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N} ._@$\\\\-]{0,254}[\\p{L}\\p{M}\\p{N}._$-])?");

  /** Which sudo takes for a list that is defined elsewhere in the file. */
  private static final Pattern ALIAS = Pattern.compile("[A-Z][A-Z0-9_]*");

  private static final String EVERYBODY = "ALL";
  private static final long NOBODY = 0xFFFF_FFFFL;

  private static final String SEVERAL_ARGUMENTS =
      "sudo joins the arguments of a command with spaces before it compares them, so a rule for"
          + " \"%s\" would also allow several arguments in its place, each the name of another"
          + " kext. Give the bundle a name and a place without spaces.";

  private SudoersWords() {}

  /**
   * A user, or a group.
   *
   * @param user a name or {@code #} and a number; {@code %} before it makes it a group
   * @throws IllegalArgumentException if it is none of these, and might mean more than itself
   */
  static String user(String user) {
    String kind = user.startsWith("%") ? "%" : "";
    String name = user.substring(kind.length());
    if (NUMBER.matcher(name).matches() && Long.parseLong(name.substring(1)) < NOBODY) {
      return kind + name;
    }
    if (!NAME.matcher(name).matches() || name.equals(EVERYBODY)) {
      throw new IllegalArgumentException(
          ("A user of a sudoers rule is a name of letters, digits, spaces and . _ - @ $ \\, or #"
                  + " and a number, with %% before a group, and not ALL: not \"%s\".")
              .formatted(user));
    }
    return ALIAS.matcher(name).matches()
        ? "\"%s%s\"".formatted(kind, name)
        : kind + name.replaceAll("[ @\\\\]", "\\\\$0");
  }

  /**
   * An argument of a command.
   *
   * @throws IllegalArgumentException if it cannot be told from several arguments, or from the end
   *     of the rule
   */
  static String argument(String argument) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == ' ') {
        throw new IllegalArgumentException(SEVERAL_ARGUMENTS.formatted(argument));
      }
      if (Character.isISOControl(c)) {
        throw new IllegalArgumentException(
            "A rule of sudo is one line of text, so that no control character can stand in it, as"
                + " in"
                + " \"%s\".".formatted(argument));
      }
      if (c == '\\') {
        // Once for the reader of sudo, and once for fnmatch.
        escaped.append("\\\\\\");
      } else if (PUNCTUATION.indexOf(c) >= 0 || WILDCARDS.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
