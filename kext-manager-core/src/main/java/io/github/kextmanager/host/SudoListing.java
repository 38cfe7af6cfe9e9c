package io.github.kextmanager.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of {@code sudo -l}: settings, then rules as {@code (root) NOPASSWD: /sbin/kextload,
 * PASSWD: /sbin/kextunload} (sudo, plugins/sudoers/display.c and fmtsudoers.c).
 */
final class SudoListing {
  private static final String CONTINUATION = " ".repeat(8);
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),\\s*");
  private static final Pattern RULE = Pattern.compile("\\(([^:)]*)(?::[^)]*)?\\) ?(.*)");
  private static final Pattern TAG = Pattern.compile("([A-Z_]+): ?(.*)");
  private static final Pattern OPTION = Pattern.compile("[A-Z]+=\\S* +(.*)");

  private final List<String> lines;

  SudoListing(String text) {
    this.lines = unwrapped(text);
  }

  /** Whether it is one. */
  boolean isOne() {
    return lines.stream()
        .anyMatch(
            line ->
                line.contains(" may run the following commands on ")
                    || line.contains(" is not allowed to run sudo on "));
  }

  /** What the rules let this user do as root, in their order. */
  SudoRules forRoot() {
    var rules = new SudoRules();
    for (String line : lines) {
      Matcher rule = RULE.matcher(line);
      if (rule.matches()) {
        add(SudoRunas.of(rule.group(1)), rule.group(2), rules);
      }
    }
    return rules;
  }

  /** A tag counts for what follows in a line, until its opposite; each line says its tags anew. */
  private void add(SudoRunas runas, String list, SudoRules rules) {
    if (runas == SudoRunas.OTHERS) {
      return;
    }
    boolean isSpared = sparesAll();
    for (String item : parts(list)) {
      String command = item;
      for (Matcher tag = TAG.matcher(command); tag.matches(); tag = TAG.matcher(command)) {
        isSpared = isSpared(tag.group(1), isSpared);
        command = tag.group(2);
      }
      if (runas == SudoRunas.PERHAPS_ROOT) {
        rules.doubt(command);
      } else if (isSpared && !command.startsWith("!")) {
        rules.spare(command);
      } else {
        rules.withhold(command.replaceFirst("^!", ""));
      }
    }
  }

  private static boolean isSpared(String tag, boolean before) {
    return switch (tag) {
      case "NOPASSWD" -> true;
      case "PASSWD" -> false;
      default -> before;
    };
  }

  /** Options such as {@code TIMEOUT=300} stand before the tags. */
  private static List<String> parts(String list) {
    return COMMA
        .splitAsStream(list)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(SudoListing::withoutOptions)
        .toList();
  }

  private static String withoutOptions(String part) {
    String rest = part;
    for (Matcher option = OPTION.matcher(rest); option.matches(); option = OPTION.matcher(rest)) {
      rest = option.group(1);
    }
    return rest;
  }

  /** {@code Defaults !authenticate} asks nobody for a password, unless a tag does. */
  private boolean sparesAll() {
    return lines.stream()
        .takeWhile(line -> !line.contains(" may run the following commands on "))
        .flatMap(COMMA::splitAsStream)
        .map(String::strip)
        .filter(setting -> setting.matches("!?authenticate"))
        .reduce("", (earlier, later) -> later)
        .equals("!authenticate");
  }

  /**
   * One rule on one line. sudo breaks long ones between words, also where nobody sees a terminal,
   * and goes on eight columns from the left (lbuf.c, display.c).
   */
  private static List<String> unwrapped(String text) {
    List<String> rules = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(CONTINUATION) && !rules.isEmpty()) {
        rules.add(rules.remove(rules.size() - 1) + " " + line.strip());
      } else {
        rules.add(line.strip());
      }
    }
    return rules;
  }
}
