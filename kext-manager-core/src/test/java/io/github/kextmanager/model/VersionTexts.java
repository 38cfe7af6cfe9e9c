package io.github.kextmanager.model;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Texts that are versions, nearly versions, or made of the same characters; the same every time.
 */
final class VersionTexts {
  private static final String ALPHABET =
      "0123456789012345678901234567890123....dabfcc \t\n\r\0xDé-";

  private final Random random;

  private VersionTexts(long seed) {
    this.random = new Random(seed);
  }

  static Stream<String> any(long seed, int count) {
    var texts = new VersionTexts(seed);
    return Stream.generate(texts::any).limit(count);
  }

  private String any() {
    return random.nextInt(4) == 0 ? soup() : version();
  }

  private String soup() {
    var text = new StringBuilder();
    for (int length = random.nextInt(24); text.length() < length; ) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private String version() {
    return digits(5)
        + maybe(() -> "." + digits(5) + maybe(() -> "." + digits(5) + maybe(() -> ".")))
        + maybe(() -> pick("d", "a", "b", "f", "fc", "fd", "c") + digits(4))
        + maybe(() -> pick(" ", "\t", "\n", "\r", "\0", ".", "x") + soup());
  }

  private String maybe(Supplier<String> text) {
    return random.nextBoolean() ? text.get() : "";
  }

  private String digits(int maximum) {
    var digits = new StringBuilder();
    for (int count = random.nextInt(maximum + 1); digits.length() < count; ) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
