package io.github.kextmanager.cli.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The three streams of one run. Answers go to standard output, everything else to standard error;
 * both are UTF-8 whatever the locale.
 */
public final class Console {
  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final Loudness loudness;

  /** A console of normal loudness. Standard output is flushed by {@link #flush} alone. */
  public Console(InputStream in, OutputStream out, PrintStream err) {
    this(in, out, err, Loudness.NORMAL);
  }

  private Console(InputStream in, OutputStream out, PrintStream err, Loudness loudness) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.loudness = loudness;
  }

  /** The same streams, more or less talkative. */
  public Console with(Loudness loudness) {
    return new Console(in, out, err, loudness);
  }

  /** The same but for standard output, which is held back. */
  Console into(OutputStream held) {
    return new Console(in, held, err, loudness);
  }

  /** Prints what was held back. */
  void print(ByteArrayOutputStream held) {
    try {
      held.writeTo(out);
    } catch (IOException e) {
      throw new OutputFailedException(e);
    }
  }

  /** How talkative it is. */
  public Loudness loudness() {
    return loudness;
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Prints one line of an answer. */
  public void print(String line) {
    write(Printable.line(line));
    write("\n");
  }

  /** Prints text that is made of lines already and is our own. */
  public void printText(String text) {
    write(text);
  }

  /** Begins an object of the answer, which stands on a line of its own. */
  public Json json() {
    return new Json(out);
  }

  /** Says something on standard error, unless quiet was asked for. */
  public void say(String line) {
    if (loudness != Loudness.QUIET) {
      complain(line);
    }
  }

  /** Says something on standard error if that much was asked for. */
  public void detail(String line) {
    if (loudness == Loudness.VERBOSE) {
      complain(line);
    }
  }

  /** Says on standard error what must be said. */
  public void complain(String line) {
    err.print(Printable.line(line) + "\n");
    err.flush();
  }

  /** Shows where something was thrown, if that much was asked for. */
  public void trace(Throwable thrown) {
    if (loudness == Loudness.VERBOSE) {
      thrown.printStackTrace(err);
      err.flush();
    }
  }

  /** Hands what was printed to whoever reads. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputFailedException(e);
    }
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new OutputFailedException(e);
    }
  }
}
