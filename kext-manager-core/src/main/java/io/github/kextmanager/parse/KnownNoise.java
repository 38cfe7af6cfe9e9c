package io.github.kextmanager.parse;

import java.util.regex.Pattern;

/** Lines around a table that are known to say nothing about kexts. */
final class KnownNoise {
  private static final int LONGEST = 300;

  private static final Pattern FENCES =
      anyOf(
          "(?:```|~~~).*+",
          "\\{%.*+",
          "\\{(?:code|noformat|panel|quote)\\b[^}]*+}",
          "(?i:\\[/?(?:code|quote|pre|spoiler|hide|php|bash|plain|icode|source|size|font|b|i)\\b[^\\]]*+\\]\\s*+)++",
          "\\.\\. (?:code|code-block|sourcecode)::.*+");

  private static final Pattern OMISSIONS =
      anyOf(
          "(?i)[\\W_]*+(?:output |lines |rest |rows )?+(?:snip|snipped|cut|truncated|omitted|skipped|removed|etc)"
              + "(?: here)?+[\\W_]*+",
          "(?i)[\\W_]*+\\d*+ ?+(?:more|other) (?:lines|rows|kexts|entries)[\\W_]*+",
          "(?i)[\\W_]*+\\d++ (?:lines|rows|kexts|entries) (?:snipped|cut|truncated|omitted|skipped|removed)[\\W_]*+",
          "--More--|\\(END\\)");

  private static final Pattern TERMINAL =
      anyOf(
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
          "Script (?:started|done) on .*+",
          "logout",
          "exit",
          "(?:\\[sudo\\] )?+[Pp]assword(?: for [^:]*+)?+:[\\W_]*+",
          "Sorry, try again\\.",
          "WARNING: Improper use of the sudo command could lead to data loss",
          "or the deletion of important system files\\. Please double-check your",
          "typing when using sudo\\. Type \"man sudo\" for more information\\.",
          "To proceed, enter your password, or type Ctrl-C to abort\\.");

  /** A prompt that cannot be taken for a sentence, with any command or none. */
  private static final Pattern PROMPTS =
      anyOf(
          "(?:\\(\\S+\\) )?+[^\\s:]++:\\S*+ [\\w.-]++[$#](?: .*+)?+",
          "(?:\\(\\S+\\) )?+[\\w.-]++@\\S++ \\S++ [%#$](?: .*+)?+",
          "(?:\\(\\S+\\) )?+[\\w.-]++@[\\w.-]++:[^\\s$#%]*+[$#%](?: .*+)?+",
          "\\[[\\w.-]++@[\\w.-]++ [^\\]]*+\\] ?+[$#%](?: .*+)?+",
          "(?:ba|z|tc|k)?+sh(?:-[\\d.]++)?+[$#%](?: .*+)?+",
          "[$%\u276f\u279c](?: .*+)?+");

  /** One of the tools called, behind a prompt of at most a few signs and a folder or none. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:.{0,60}[$%#>\u276f\u279c\u00bb\u03bb\u2192] ?+|\\++ |[~/]\\S*+ ++|\\S++ {2,}+)?"
              + "(?:\\w++=\\S*+ ++)*+(?:sudo ++(?:-\\S++ ++)*+)?+(?:/\\S*/)?+"
              + "(?:kextstat|kmutil|kextload|kextunload|kextutil|kextfind|kextcache|kextlibs)"
              + "(?: ++(?:showloaded|load|unload|inspect|rebuild|print-diagnostics|clear-staging))?+"
              + "(?: *+[-|;&<>/\"'.\\d].*+)?+");

  private KnownNoise() {}

  /** Whether a plain line is one of them. */
  static boolean matches(String plain) {
    String line = plain.strip();
    if (saysNothing(line) || line.length() > LONGEST) {
      return saysNothing(line);
    }
    String unquoted = Quotation.unquoted(line).strip();
    return matchesUnquoted(line) || (!unquoted.equals(line) && matchesUnquoted(unquoted));
  }

  private static boolean matchesUnquoted(String line) {
    return saysNothing(line)
        || ToolNotes.contain(line)
        || Markup.shown(line).isBlank()
        || FENCES.matcher(line).matches()
        || OMISSIONS.matcher(line).matches()
        || TERMINAL.matcher(line).matches()
        || PROMPTS.matcher(line).matches()
        || (namesATool(line) && COMMAND.matcher(line).matches());
  }

  /** Saves the costly expression for the lines that may match. */
  private static boolean namesATool(String line) {
    return line.contains("kext") || line.contains("kmutil");
  }

  private static boolean saysNothing(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isLetterOrDigit(line.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Pattern anyOf(String... expressions) {
    return Pattern.compile("(?:" + String.join(")|(?:", expressions) + ")");
  }
}
