package io.github.kextmanager.model;

import org.jspecify.annotations.Nullable;

/** Reads one text by one grammar, from left to right. */
final class VersionReader {
  private static final int MAJOR_DIGITS = 4;
  private static final int LEVEL_DIGITS = 3;

  private final VersionGrammar grammar;
  private final String text;
  private int at;

  VersionReader(VersionGrammar grammar, String text) {
    this.grammar = grammar;
    this.text = text;
  }

  VersionReading read() {
    if (!isDigit()) {
      return complain("a version begins with a digit");
    }
    int major = number(MAJOR_DIGITS);
    int minor = 0;
    int revision = 0;
    if (skip('.')) {
      minor = number(grammar.partDigits());
      if (skip('.')) {
        revision = revision();
      }
    }
    if (isEnd()) {
      return valid(major, minor, revision, VersionStage.RELEASE, 0);
    }
    VersionStage stage = stage();
    return stage == null ? complainOfNumbers() : level(major, minor, revision, stage);
  }

  /** Apple's parser steps over a dot behind a revision of full length. */
  private int revision() {
    int start = at;
    int revision = number(grammar.partDigits());
    if (at - start == grammar.partDigits()) {
      skip('.');
    }
    return revision;
  }

  private VersionReading level(int major, int minor, int revision, VersionStage stage) {
    int start = at;
    int level = number(LEVEL_DIGITS);
    if (at == start) {
      return complain("a stage is followed by its level, a number");
    }
    if (!isEnd()) {
      return complain(
          "a level has at most %d digits, and nothing but white space follows it"
              .formatted(LEVEL_DIGITS));
    }
    if (level > KextVersion.MAXIMUM_LEVEL) {
      at = start;
      return complain("a level is at most " + KextVersion.MAXIMUM_LEVEL);
    }
    if (level == 0 && stage == VersionStage.FINAL_CANDIDATE) {
      at = start;
      return complain("the level of a final candidate is at least 1");
    }
    return valid(major, minor, revision, stage, level);
  }

  private VersionReading valid(int major, int minor, int revision, VersionStage stage, int level) {
    return VersionReading.valid(new KextVersion(text, major, minor, revision, stage, level));
  }

  /** Reads as many digits as there are, but not more than allowed; none make 0. */
  private int number(int maximumDigits) {
    int number = 0;
    for (int end = at + maximumDigits; at < end && isDigit(); at++) {
      number = number * 10 + (text.charAt(at) - '0');
    }
    return number;
  }

  private @Nullable VersionStage stage() {
    if (skip('d')) {
      return VersionStage.DEVELOPMENT;
    }
    if (skip('a')) {
      return VersionStage.ALPHA;
    }
    if (skip('b')) {
      return VersionStage.BETA;
    }
    if (skip('f')) {
      skip('c');
      return VersionStage.FINAL_CANDIDATE;
    }
    return null;
  }

  private boolean skip(char expected) {
    boolean found = at < text.length() && text.charAt(at) == expected;
    if (found) {
      at++;
    }
    return found;
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The end of a C string is its NUL. */
  private boolean isEnd() {
    return at == text.length() || " \t\n\r\0".indexOf(text.charAt(at)) >= 0;
  }

  private VersionReading complainOfNumbers() {
    if (isDigit()) {
      return complain(
          "a major number has at most %d digits, a minor number or a revision at most %d"
              .formatted(MAJOR_DIGITS, grammar.partDigits()));
    }
    return complain(
        text.charAt(at) == '.'
            ? "a version has at most three numbers"
            : "after a number comes a dot, a stage (d, a, b, f or fc) or white space");
  }

  private VersionReading complain(String rule) {
    String place =
        at == text.length()
            ? "it ends after character " + at
            : "character %d is %s".formatted(at + 1, PrintableText.name(text.charAt(at)));
    return VersionReading.invalid(
        grammar, text, (text.isEmpty() ? "it is empty" : place) + ", and " + rule);
  }
}
