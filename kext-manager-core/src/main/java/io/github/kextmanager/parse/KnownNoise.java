package io.github.kextmanager.parse;

import java.util.List;
import java.util.regex.Pattern;

/** Lines around a table that are known to say nothing about kexts. */
final class KnownNoise {
  private static final int LONGEST = 300;

  private static final List<Pattern> FENCES =
      patterns(
          "(?:```|~~~).*+",
          "\\{%.*+",
          "\\{(?:code|noformat|panel|quote)\\b[^}]*+}",
          "(?i:\\[/?(?:code|quote|pre|spoiler|hide|php|bash|plain|icode|source|size|font|b|i)\\b[^\\]]*+\\]\\s*+)++",
          "\\.\\. (?:code|code-block|sourcecode)::.*+");

  private static final List<Pattern> OMISSIONS =
      patterns(
          "(?i)[\\W_]*+(?:output |lines |rest |rows )?+(?:snip|snipped|cut|truncated|omitted|skipped|removed|etc)"
              + "(?: here)?+[\\W_]*+",
          "(?i)[\\W_]*+\\d*+ ?+(?:more|other) (?:lines|rows|kexts|entries)[\\W_]*+");

  private static final List<Pattern> TERMINAL =
      patterns(
          "Last login: .*+",
          "You have (?:new )?+mail\\.",
          "The default interactive shell is now zsh\\.",
          "To update your account to use zsh, please run `chsh -s /bin/zsh`\\.",
          "For more details, please visit https://support\\.apple\\.com/kb/HT208050\\.",
          "Restored session: .*+",
          "Saving session\\.\\.\\..*+",
          "\\.\\.\\.(?:copying shared|saving) history\\.\\.\\..*+",
          "\\.\\.\\.completed\\.",
          "\\[Process completed\\]",
          "\\[Restored .*+\\]",
          "logout",
          "exit",
          "(?:\\[sudo\\] )?+[Pp]assword(?: for [^:]*+)?+:[\\W_]*+",
          "Sorry, try again\\.",
          "WARNING: Improper use of the sudo command could lead to data loss",
          "or the deletion of important system files\\. Please double-check your",
          "typing when using sudo\\. Type \"man sudo\" for more information\\.",
          "To proceed, enter your password, or type Ctrl-C to abort\\.");

  /** A prompt that cannot be taken for a sentence, with any command or none. */
  private static final List<Pattern> PROMPTS =
      patterns(
          "(?:\\(\\S+\\) )?+[^\\s:]++:\\S*+ [\\w.-]++[$#](?: .*+)?+",
          "(?:\\(\\S+\\) )?+[\\w.-]++@\\S++ \\S++ [%#$](?: .*+)?+",
          "(?:\\(\\S+\\) )?+[\\w.-]++@[\\w.-]++:[^\\s$#%]*+[$#%](?: .*+)?+",
          "\\[[\\w.-]++@[\\w.-]++ [^\\]]*+\\] ?+[$#%](?: .*+)?+",
          "(?:ba|z|tc|k)?+sh(?:-[\\d.]++)?+[$#%](?: .*+)?+",
          "[$%\u276f\u279c\u00bb\u03bb\u2192](?: .*+)?+");

  /** One of the tools called, behind a prompt of at most a few signs and a folder or none. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:.{0,60}[$%#>\u276f\u279c\u00bb\u03bb\u2192] ?+|[~/]\\S*+ ++|\\S++ {2,}+)?+"
              + "(?:\\w++=\\S*+ ++)*+(?:sudo ++(?:-\\S++ ++)*+)?+(?:/\\S*/)?+"
              + "(?:kextstat|kmutil|kextload|kextunload|kextutil|kextfind|kextcache|kextlibs)"
              + "(?: ++(?:showloaded|load|unload|inspect|rebuild|print-diagnostics|clear-staging))?+"
              + "(?: *+[-|;&<>/\"'.\\d].*+)?+");

  private KnownNoise() {}

  /** Whether a plain line is one of them. */
  static boolean matches(String plain) {
    if (plain.length() > LONGEST) {
      return plain.chars().noneMatch(Character::isLetterOrDigit);
    }
    String line = plain.strip();
    return matchesUnquoted(line) || matchesUnquoted(Quotation.unquoted(line).strip());
  }

  private static boolean matchesUnquoted(String line) {
    return line.chars().noneMatch(Character::isLetterOrDigit)
        || ToolNotes.contain(line)
        || Markup.shown(line).isBlank()
        || anyMatches(FENCES, line)
        || anyMatches(OMISSIONS, line)
        || anyMatches(TERMINAL, line)
        || anyMatches(PROMPTS, line)
        || COMMAND.matcher(line).matches();
  }

  private static boolean anyMatches(List<Pattern> patterns, String line) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(line).matches());
  }

  private static List<Pattern> patterns(String... expressions) {
    return List.of(expressions).stream().map(Pattern::compile).toList();
  }
}
