package io.github.kextmanager.plist;

/** A place in a property list. */
public sealed interface PlistPosition {
  /**
   * The place as it begins a message.
   *
   * @return such as {@code "Line 3, column 7: "}
   */
  String sentenceStart();

  /**
   * A place in a text.
   *
   * @param line the line, from 1
   * @param column the character in the line, from 1
   */
  record InText(int line, int column) implements PlistPosition {
    @Override
    public String sentenceStart() {
      return "Line %d, column %d: ".formatted(line, column);
    }
  }

  /**
   * A place in a binary property list.
   *
   * @param offset the byte, from 0
   */
  record InBytes(int offset) implements PlistPosition {
    @Override
    public String sentenceStart() {
      return "Byte %d: ".formatted(offset);
    }
  }
}
