package io.github.kextmanager.command.record;

import java.util.function.Function;

/** The lines of a recording one after the other, with what is to be said of one that is wrong. */
final class RecordingLines {
  private final String name;
  private final String text;
  private int start;
  private int end = -1;
  private int number;
  private String line = "";

  /** Stands before the first line. */
  RecordingLines(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Stands before the line that begins at a place of the text. */
  static RecordingLines from(int place, String name, String text) {
    var lines = new RecordingLines(name, text);
    lines.end = place - 1;
    lines.number = (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    return lines;
  }

  /**
   * Goes to the next line.
   *
   * @return false if there is none
   */
  boolean next() {
    start = end + 1;
    number++;
    if (start >= text.length()) {
      line = "";
      return false;
    }
    int lineEnd = text.indexOf('\n', start);
    end = lineEnd < 0 ? text.length() : lineEnd;
    boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
    line = text.substring(start, carriageReturn ? end - 1 : end);
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) > '~') {
        throw broken("a recording is printable ASCII; anything else is escaped, as in \\u{e9}");
      }
    }
    return true;
  }

  /** Goes to the next line, which a block needs. */
  void require(String rule) {
    if (!next()) {
      throw broken(rule + ", and the text ends here");
    }
  }

  int number() {
    return number;
  }

  /** Where the current line begins in the text. */
  int start() {
    return start;
  }

  /** Whether the current line is one that a reader passes over between blocks. */
  boolean isIgnored() {
    return line.isBlank() || line.startsWith("#");
  }

  boolean is(String word) {
    return line.equals(word);
  }

  String line() {
    return line;
  }

  /** Whether the current line has a text under a key: {@code key| text}, or {@code key|}. */
  boolean isField(String key) {
    return line.startsWith(key)
        && line.startsWith("|", key.length())
        && (line.length() == key.length() + 1 || line.charAt(key.length() + 1) == ' ');
  }

  /** The text under a key, for a line that {@link #isField}. */
  String field(String key) {
    int from = Math.min(line.length(), key.length() + 2);
    return parsed(line.substring(from), EscapedText::unescape);
  }

  /** The text under a key that must be the one here. */
  String requireField(String key) {
    if (!isField(key)) {
      throw broken("here stands \"%s| ...\"".formatted(key));
    }
    return field(key);
  }

  /** Whether the current line is a word and a value. */
  boolean isValue(String word) {
    return line.startsWith(word) && line.startsWith(" ", word.length());
  }

  /** The value after a word, for a line that {@link #isValue}. */
  <T> T value(String word, Function<String, T> parser) {
    return parsed(line.substring(word.length() + 1), parser);
  }

  /** The value after a word that must be the one here. */
  <T> T requireValue(String word, Function<String, T> parser) {
    if (!isValue(word)) {
      throw broken("here stands \"%s ...\"".formatted(word));
    }
    return value(word, parser);
  }

  /** Reads a part of the current line; the message of the parser is the rule that it breaks. */
  <T> T parsed(String part, Function<String, T> parser) {
    try {
      return parser.apply(part);
    } catch (IllegalArgumentException broken) {
      throw broken(String.valueOf(broken.getMessage()));
    }
  }

  UnreadableRecordingException broken(String rule) {
    return new UnreadableRecordingException(name, number, line, rule);
  }
}
