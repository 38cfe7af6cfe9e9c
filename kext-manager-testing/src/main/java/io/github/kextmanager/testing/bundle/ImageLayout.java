package io.github.kextmanager.testing.bundle;

/**
 * Where the parts of a slice lie: header and load commands, then the routines, then {@code
 * kmod_info}.
 *
 * @param commands the load commands
 * @param text where the routines begin in the file
 * @param textSize how long they are
 * @param dataSize how long {@code kmod_info} is
 * @param width how wide addresses are
 */
record ImageLayout(LoadCommandSizes commands, int text, int textSize, int dataSize, Width width) {
  private static final int PAGE = 0x1000;

  static ImageLayout of(LoadCommandSizes commands, int textSize, Width width) {
    int text = (width.header() + commands.size() + 15) / 16 * 16;
    return new ImageLayout(commands, text, textSize, width.kmodInfo(), width);
  }

  int textEnd() {
    return text + textSize;
  }

  int data() {
    return textEnd();
  }

  int dataEnd() {
    // Symbols are read in words of eight bytes.
    return (data() + dataSize + 7) / 8 * 8;
  }

  int textPages() {
    return (textEnd() + PAGE - 1) / PAGE;
  }

  /** In an object the segment begins with the code, else with the header. */
  long textAddress() {
    return width == Width.WIDE ? text : 0;
  }

  long dataAddress() {
    return width == Width.WIDE ? (long) PAGE * textPages() : textSize;
  }
}
