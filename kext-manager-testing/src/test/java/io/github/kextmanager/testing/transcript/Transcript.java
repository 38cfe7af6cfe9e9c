package io.github.kextmanager.testing.transcript;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody pasted of a real Mac, with every run of blanks and line ends as one blank. */
final class Transcript {
  private static final Pattern EXIT_CODE = Pattern.compile("\"exit_code\": (\\d+)");

  private Transcript() {}

  static String squeezed(String name) {
    return squeeze(raw(name));
  }

  /** The status that the command ended with, or the given one if nobody said. */
  static int status(String name, int otherwise) {
    Matcher stated = EXIT_CODE.matcher(file(name + ".json"));
    return stated.find() ? Integer.parseInt(stated.group(1)) : otherwise;
  }

  static String raw(String name) {
    return file(name + ".out");
  }

  private static String file(String name) {
    String reference = System.getenv("KEXT_REFERENCE");
    assumeTrue(reference != null, "KEXT_REFERENCE does not name the folder of real transcripts");
    try {
      return Files.readString(Path.of(reference, "corpus", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String squeeze(String text) {
    // The six characters of a folder for staging are random.
    return text.replaceAll("[\\s\\u00a0]+", " ")
        .replaceAll("(/Staging/[\\w.-]+\\.)\\w{6}/", "$1XXXXXX/")
        .trim();
  }
}
