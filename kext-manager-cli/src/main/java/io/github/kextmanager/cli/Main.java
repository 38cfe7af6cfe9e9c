package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.cli.answer.Console;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;

/** Where {@code kextm} starts. */
public final class Main {
  private static final int BUFFER_BYTES = 1 << 16;

  private Main() {}

  /** Runs one command and ends the JVM with its exit status. */
  public static void main(String[] arguments) {
    prepare();
    Console console =
        new Console(
            System.in,
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
            new PrintStream(new FileOutputStream(FileDescriptor.err), false, UTF_8));
    int status = new Kextm(console).run(List.of(arguments)).number();
    // Not exit: after an interrupt the JVM is ending already, and waits for this thread.
    Runtime.getRuntime().halt(status);
  }

  /** Every conversion is ours; looking for picocli's own takes time. */
  static void prepare() {
    System.setProperty("picocli.converters.excludes", ".*");
  }
}
