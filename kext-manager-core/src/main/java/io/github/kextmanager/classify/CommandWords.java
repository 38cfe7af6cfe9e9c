package io.github.kextmanager.classify;

import java.util.ArrayList;
import java.util.List;

/** Reads the words of a command as a shell does, up to where the command ends. */
final class CommandWords {
  /** A command that a person typed is no longer. */
  private static final int LONGEST = 2000;

  private static final String ENDS = ";&|()<>`";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isInside;
  private int next;

  private CommandWords(String text) {
    this.text = text.substring(0, Math.min(text.length(), LONGEST));
  }

  static List<String> of(String command) {
    var words = new CommandWords(command);
    words.read();
    return List.copyOf(words.words);
  }

  private void read() {
    while (next < text.length() && ENDS.indexOf(text.charAt(next)) < 0) {
      char c = text.charAt(next);
      if (Character.isWhitespace(c)) {
        endWord();
        next++;
      } else if (c == '"' || c == '\'') {
        if (!readQuoted(c)) {
          break;
        }
      } else {
        next += c == '\\' && next + 1 < text.length() ? 1 : 0;
        take(text.charAt(next));
        next++;
      }
    }
    endWord();
  }

  /** Reads what is quoted; a mark without its pair is that of a sentence around the command. */
  private boolean readQuoted(char mark) {
    int end = text.indexOf(mark, next + 1);
    if (end < 0) {
      return false;
    }
    word.append(text, next + 1, end);
    isInside = true;
    next = end + 1;
    return true;
  }

  private void take(char c) {
    word.append(c);
    isInside = true;
  }

  private void endWord() {
    if (isInside) {
      words.add(word.toString());
      word.setLength(0);
      isInside = false;
    }
  }
}
