package io.github.kextmanager.testing.bundle;

/**
 * Where the parts of a slice lie: header and load commands, then the routines, then {@code
 * kmod_info}.
 *
 * @param commands the load commands
 * @param text where the routines begin in the file
 * @param textSize how long they are
 * @param dataSize how long {@code kmod_info} is
 * @param wide whether addresses have 64 bits
 */
record ImageLayout(LoadCommandSizes commands, int text, int textSize, int dataSize, boolean wide) {
  private static final int PAGE = 0x1000;

  static ImageLayout of(LoadCommandSizes commands, int textSize, boolean wide) {
    int text = ((wide ? 32 : 28) + commands.size() + 15) / 16 * 16;
    return new ImageLayout(commands, text, textSize, wide ? 196 : 168, wide);
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
    return wide ? text : 0;
  }

  long dataAddress() {
    return wide ? (long) PAGE * textPages() : textSize;
  }
}
