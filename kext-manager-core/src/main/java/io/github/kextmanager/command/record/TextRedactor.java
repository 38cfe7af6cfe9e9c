package io.github.kextmanager.command.record;

/**
 * Replaces in texts what is left out of recordings, by the same rules. What one text teaches, such
 * as a serial number under its label, is found in the later ones.
 *
 * <p>Thread-safe.
 */
public final class TextRedactor {
  private final Redactor redactor;

  /**
   * A redactor that has learnt nothing yet.
   *
   * @param redaction what is to be left out
   */
  public TextRedactor(Redaction redaction) {
    this.redactor = new Redactor(redaction);
  }

  /**
   * Redacts a text.
   *
   * @param text the text
   * @return the same with placeholders
   */
  public synchronized String redact(String text) {
    return redactor.text(text);
  }
}
