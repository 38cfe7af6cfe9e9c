package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of a line, read one after the other. Texts are in the encoding of forms, so that none
 * holds a blank or a line end. What is absent is {@code -}, which that encoding writes as {@code
 * %2D} where it is meant.
 */
final class Words {
  static final String ABSENT = "-";

  private final Iterator<String> words;

  Words(String text) {
    this.words = Arrays.asList(text.split(" ", -1)).iterator();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("-", "%2D");
  }

  static String decode(String word) {
    return URLDecoder.decode(word, UTF_8);
  }

  boolean hasNext() {
    return words.hasNext();
  }

  /**
   * The next word.
   *
   * @param name what it is, for people
   * @param reading how it is read
   * @throws IllegalArgumentException if there is none, or it is none of these
   */
  <T> T next(String name, Function<String, T> reading) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("it ends before its " + name);
    }
    return read(words.next(), name, reading);
  }

  /** The next word, unless that says that it is absent. */
  <T> Optional<T> optional(String name, Function<String, T> reading) {
    return next(
        name, word -> word.equals(ABSENT) ? Optional.empty() : Optional.of(reading.apply(word)));
  }

  private static <T> T read(String word, String name, Function<String, T> reading) {
    try {
      return reading.apply(word);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(word, name), unreadable);
    }
  }

  /**
   * Nothing may follow.
   *
   * @throws IllegalArgumentException if there is another word
   */
  void end() {
    if (words.hasNext()) {
      throw new IllegalArgumentException("'%s' is more than it may hold".formatted(words.next()));
    }
  }
}
