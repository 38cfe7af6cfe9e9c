package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.cli.answer.Console;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Loads the classes that the archive of the distribution should hold, by running each verb once.
 * Only {@code package} calls it.
 */
final class Training {
  private static final List<List<String>> RUNS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("no-such-verb"),
          List.of("parse", "version", "--help"),
          List.of("parse", "version", "--era", "classic"),
          List.of("parse", "version", "--era", "classic", "/dev/null"),
          List.of("parse", "version", "--era", "10.14", "--json", "--timeout", "30s"));

  private static final String INPUT = "1.0\nnone\n";

  private Training() {}

  /** Runs them; what they print goes nowhere. */
  public static void main(String[] arguments) {
    Main.prepare();
    for (List<String> words : RUNS) {
      new Kextm(
              new Console(
                  new ByteArrayInputStream(INPUT.getBytes(UTF_8)),
                  OutputStream.nullOutputStream(),
                  new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)))
          .run(words);
    }
  }
}
