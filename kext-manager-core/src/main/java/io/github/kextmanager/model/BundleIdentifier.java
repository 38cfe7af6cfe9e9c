package io.github.kextmanager.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A kext's {@code CFBundleIdentifier}, such as {@code com.example.driver.Widget}.
 *
 * <p>Two ways lead here. {@link #of} is for what a caller names: only a well-formed identifier
 * passes. {@link #reported} is for what a tool printed or a property list holds, which may be any
 * text; such an identifier can be looked at and compared, but is refused wherever it would become
 * part of a command line.
 *
 * <p>Immutable. Compared by its text, case counts: the kernel files kexts under the exact text.
 *
 * @param value the text of the identifier
 */
public record BundleIdentifier(String value) implements Comparable<BundleIdentifier> {
  /**
   * The longest identifier that Apple's validation accepts, in characters (IOKitUser, OSKext.c:
   * "must be &lt; 64 characters").
   */
  public static final int MAXIMUM_LENGTH = 63;

  /** Refuses null. */
  public BundleIdentifier {
    Objects.requireNonNull(value, "value");
  }

  /**
   * An identifier that a caller names.
   *
   * @param text the text
   * @return the identifier
   * @throws IllegalArgumentException if the text is empty, longer than {@link #MAXIMUM_LENGTH},
   *     begins with a dash or holds anything but ASCII letters, digits, dot, dash and underscore;
   *     the message names the text, the place and the rule
   */
  public static BundleIdentifier of(String text) {
    var identifier = new BundleIdentifier(text);
    identifier
        .complaint()
        .ifPresent(
            complaint -> {
              throw new IllegalArgumentException(complaint);
            });
    return identifier;
  }

  /**
   * An identifier as a tool printed it or a property list holds it: any text at all.
   *
   * @param text the text, perhaps empty
   * @return the identifier
   */
  public static BundleIdentifier reported(String text) {
    return new BundleIdentifier(text);
  }

  /**
   * Whether {@link #of} would accept this identifier.
   *
   * @return true if it may stand on a command line
   */
  public boolean isWellFormed() {
    return complaint().isEmpty();
  }

  /**
   * What is wrong with this identifier as an argument of a command.
   *
   * @return the complaint in one sentence, with every unprintable character escaped; empty if the
   *     identifier is well-formed
   */
  public Optional<String> complaint() {
    if (value.isEmpty()) {
      return Optional.of("A bundle identifier must not be empty.");
    }
    if (value.length() > MAXIMUM_LENGTH) {
      return Optional.of(
          "A bundle identifier has at most %d characters; this one has %d: %s."
              .formatted(MAXIMUM_LENGTH, value.length(), PrintableText.quoted(value)));
    }
    if (value.charAt(0) == '-') {
      return Optional.of(
          "A bundle identifier must not begin with a dash, which would make it an option: %s."
              .formatted(PrintableText.quoted(value)));
    }
    for (int i = 0; i < value.length(); i++) {
      if (!isAllowed(value.charAt(i))) {
        return Optional.of(
            "A bundle identifier holds only ASCII letters, digits, '.', '-' and '_'; character %d of %s is %s."
                .formatted(
                    i + 1, PrintableText.quoted(value), PrintableText.name(value.charAt(i))));
      }
    }
    return Optional.empty();
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  @Override
  public int compareTo(BundleIdentifier other) {
    return value.compareTo(other.value);
  }

  /** Returns the text of the identifier. */
  @Override
  public String toString() {
    return value;
  }
}
