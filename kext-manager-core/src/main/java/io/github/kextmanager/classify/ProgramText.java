package io.github.kextmanager.classify;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a message that was printed from one that stands in a program: as an argument of a function
 * or a command, in a table of strings, in a comment. A program that has the words for a failure
 * does not say that something failed.
 */
final class ProgramText {
  private static final int FARTHEST = 300;

  /** Words of shells and languages behind which a string is no message. */
  private static final Set<String> BEFORE_A_STRING =
      Set.of(
          "echo", "printf", "print", "grep", "egrep", "fgrep", "-q", "-qi", "-iq", "-e", "-E", "-F",
          "-Fq", "-qF", "-qE", "-c", "if", "elif", "case", "return", "throw", "raise", "assert",
          "==", "!=", "=~");

  /** What languages print around a value that was an error or a text. */
  private static final Set<String> WRAPPERS = Set.of("Optional", "Some", "Ok", "Err");

  /** What gives a name to a string that follows. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*(?:(?:public|private|static|final|export)\\s+)*"
              + "(?:let|var|val|const|auto|String|string|NSString|char)\\b[^\"]*=$");

  /** How a row begins in a table that lists the codes that there are. */
  private static final String CODE_OF_A_LIST = "| 0x";

  private ProgramText() {}

  /** Whether what stands from one place to another, both included, is part of a program. */
  static boolean holds(String text, int start, int end) {
    int lineStart = lineStart(text, start);
    int first = afterBlanks(text, lineStart);
    if (text.startsWith("//", first)
        || text.startsWith("#define", first)
        || text.startsWith(CODE_OF_A_LIST, first)) {
      return true;
    }
    int quote = openingQuote(text, lineStart, start);
    return quote >= 0
        && (isArgument(text, lineStart, quote, end) || isInTable(text, lineStart, quote, end));
  }

  private static int lineStart(String text, int place) {
    int start = place;
    while (start > 0 && place - start < FARTHEST && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int afterBlanks(String text, int from) {
    int place = from;
    while (place < text.length() && (text.charAt(place) == ' ' || text.charAt(place) == '\t')) {
      place++;
    }
    return place;
  }

  /** The last quotation mark before a place, or -1; an apostrophe counts if nothing is between. */
  private static int openingQuote(String text, int lineStart, int start) {
    if (start > lineStart && text.charAt(start - 1) == '\'') {
      return start - 1;
    }
    int quote = start;
    while (quote >= lineStart && !isQuote(text, quote)) {
      quote--;
    }
    return quote >= lineStart ? quote : -1;
  }

  /** Whether a quotation mark stands somewhere that is not escaped, so is not within a string. */
  private static boolean isQuote(String text, int place) {
    return text.charAt(place) == '"' && (place == 0 || text.charAt(place - 1) != '\\');
  }

  private static boolean isArgument(String text, int lineStart, int quote, int end) {
    int before = quote;
    while (before > lineStart && " \t@".indexOf(text.charAt(before - 1)) >= 0) {
      before--;
    }
    if (before == lineStart) {
      return false;
    }
    char last = text.charAt(before - 1);
    if (last == '*') {
      // A pattern of a shell; two are bold letters.
      return before == quote && (before - 2 < lineStart || text.charAt(before - 2) != '*');
    }
    if (last == '=') {
      return DECLARATION.matcher(text.substring(lineStart, before)).find();
    }
    if (last == '(') {
      return isCall(text, lineStart, before - 1);
    }
    if (last == ',') {
      return isCall(text, lineStart, openBracket(text, lineStart, before)) && isClosed(text, end);
    }
    int wordStart = before;
    while (wordStart > lineStart && !Character.isWhitespace(text.charAt(wordStart - 1))) {
      wordStart--;
    }
    return before < quote && BEFORE_A_STRING.contains(text.substring(wordStart, before));
  }

  /** Whether a bracket opens the arguments of a function, and does not wrap what was printed. */
  private static boolean isCall(String text, int lineStart, int bracket) {
    if (bracket < lineStart) {
      return false;
    }
    int nameStart = bracket;
    while (nameStart > lineStart && isNameCharacter(text.charAt(nameStart - 1))) {
      nameStart--;
    }
    String name = text.substring(nameStart, bracket);
    return !name.isEmpty()
        && !WRAPPERS.contains(name)
        && !name.endsWith("Error")
        && !name.endsWith("Exception");
  }

  /** The last bracket before a place that is open there, or -1. */
  private static int openBracket(String text, int lineStart, int place) {
    int closed = 0;
    for (int i = place - 1; i >= lineStart; i--) {
      char c = text.charAt(i);
      closed += c == ')' ? 1 : 0;
      if (c == '(') {
        if (closed == 0) {
          return i;
        }
        closed--;
      }
    }
    return -1;
  }

  private static boolean isClosed(String text, int end) {
    int quote = find('"', text, end, end + FARTHEST);
    return quote >= 0 && quote + 1 < text.length() && "),".indexOf(text.charAt(quote + 1)) >= 0;
  }

  /** A line that is a string and a comment. */
  private static boolean isInTable(String text, int lineStart, int quote, int end) {
    if (quote != afterBlanks(text, lineStart)) {
      return false;
    }
    int close = find('"', text, Math.max(end, quote + 1), end + FARTHEST);
    if (close < 0 || close + 1 >= text.length() || text.charAt(close + 1) != ',') {
      return false;
    }
    int rest = afterBlanks(text, close + 2);
    return text.startsWith("/*", rest) || text.startsWith("//", rest);
  }

  /** The first place of a character from one place to before another, or -1. */
  private static int find(char c, String text, int from, int to) {
    for (int i = from; i < Math.min(text.length(), to); i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
