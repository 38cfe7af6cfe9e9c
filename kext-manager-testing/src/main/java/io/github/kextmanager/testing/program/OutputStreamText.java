package io.github.kextmanager.testing.program;

/** What a program writes to one of its streams, until it closes it. */
public final class OutputStreamText {
  private final StringBuilder text = new StringBuilder();
  private boolean closed;

  /** Creates a stream to which nothing was written yet. */
  public OutputStreamText() {}

  /**
   * Writes a line.
   *
   * @param line the line without its end
   */
  public void println(String line) {
    print(line + "\n");
  }

  /**
   * Writes a text.
   *
   * @param characters the text
   */
  public void print(String characters) {
    if (!closed) {
      text.append(characters);
    }
  }

  /** Closes it: what is written from now on is lost. */
  public void close() {
    closed = true;
  }

  /**
   * What was written.
   *
   * @return the text
   */
  public String text() {
    return text.toString();
  }
}
