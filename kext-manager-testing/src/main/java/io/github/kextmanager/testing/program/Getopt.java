package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.program.LongNames.Word;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code getopt_long_only(3)} of a Mac on words that it moves, for a program that stops and looks
 * in the middle (Libc, getopt_long.c). It does not complain; {@link GetoptLongOnly} is for programs
 * that read all their options, and does.
 *
 * <p>Words that are no options are passed over, and moved behind the options that follow them: not
 * when those are found, but when the next one is looked for. So whoever stops at an option finds
 * the words before it unmoved.
 */
public final class Getopt implements OptionWords {
  /** Returned when there are no more options. */
  public static final char END = '\0';

  /** Returned for an option that is not known, or lacks its value. */
  public static final char BAD = '?';

  /** Returned for one that lacks its value, if the letters begin with a colon. */
  public static final char MISSING = ':';

  private static final int NONE = -1;

  private final List<String> words;
  private final ShortOptions shortOptions;
  private final LongNames longNames;
  private Optional<String> value = Optional.empty();
  private String bundle = "";
  private char letter = END;
  private int index = 1;
  private int passedStart = NONE;
  private int passedEnd = NONE;

  /**
   * A reader at the second word; the first is what the program was called as.
   *
   * @param words the words; they are moved, so the list must be modifiable
   * @param shortOptions the letters; one that a colon follows takes a value
   * @param longOptions the names
   */
  public Getopt(List<String> words, String shortOptions, List<LongOption> longOptions) {
    this.words = words;
    this.shortOptions = new ShortOptions(shortOptions);
    this.longNames = new LongNames(longOptions);
  }

  /**
   * Where it is.
   *
   * @return the index of the word that is looked at next ({@code optind})
   */
  public int index() {
    return index;
  }

  /**
   * The option that lacks its value.
   *
   * @return the letter of the one that was read last ({@code optopt})
   */
  public char letter() {
    return letter;
  }

  @Override
  public Optional<String> value() {
    return value;
  }

  @Override
  public Optional<String> peek() {
    return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  @Override
  public void skip() {
    index++;
  }

  /**
   * Reads the next option.
   *
   * @return its letter, {@link #BAD}, or {@link #END}
   */
  public char next() {
    value = Optional.empty();
    if (bundle.isEmpty() && !findOption()) {
      return END;
    }
    boolean hasTwoDashes = bundle.startsWith("-");
    Optional<Character> found =
        hasTwoDashes
            ? longOption(bundle.substring(1), Word.LONG)
            : longOption(
                bundle, shortOptions.has(bundle.charAt(0)) ? Word.LONG_OR_SHORT : Word.LONG);
    if (found.isPresent()) {
      bundle = "";
      return found.get();
    }
    return shortOption();
  }

  /** Goes to the next option, and puts its letters into the bundle; false if there is none. */
  private boolean findOption() {
    while (index < words.size() && !isOption(words.get(index))) {
      if (passedStart == NONE) {
        passedStart = index;
      } else if (passedEnd != NONE) {
        moveBehind();
        passedStart = index - (passedEnd - passedStart);
        passedEnd = NONE;
      }
      index++;
    }
    if (index >= words.size()) {
      if (passedEnd != NONE) {
        moveBehind();
        index -= passedEnd - passedStart;
      } else if (passedStart != NONE) {
        index = passedStart;
      }
      passedStart = NONE;
      passedEnd = NONE;
      return false;
    }
    if (passedStart != NONE && passedEnd == NONE) {
      passedEnd = index;
    }
    return !words.get(index).equals("--") ? startBundle() : endAtDashes();
  }

  private boolean startBundle() {
    bundle = words.get(index).substring(1);
    return true;
  }

  private boolean endAtDashes() {
    index++;
    if (passedEnd != NONE) {
      moveBehind();
      index -= passedEnd - passedStart;
    }
    passedStart = NONE;
    passedEnd = NONE;
    return false;
  }

  /** The words that were passed over change places with the options behind them. */
  private void moveBehind() {
    Collections.rotate(words.subList(passedStart, index), index - passedEnd);
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.startsWith("-");
  }

  /** Returns empty if it may be short options instead. */
  private Optional<Character> longOption(String text, Word word) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    List<LongOption> matches = longNames.matching(name, word);
    if (matches.isEmpty() && word == Word.LONG_OR_SHORT) {
      return Optional.empty();
    }
    index++;
    if (matches.size() != 1) {
      return Optional.of(BAD);
    }
    LongOption option = matches.get(0);
    if (equals >= 0) {
      value = Optional.of(text.substring(equals + 1));
      return Optional.of(option.value() == LongOption.Value.NONE ? BAD : option.letter());
    }
    if (option.value() == LongOption.Value.REQUIRED) {
      if (index >= words.size()) {
        letter = option.letter();
        return Optional.of(missing());
      }
      value = Optional.of(words.get(index));
      index++;
    }
    return Optional.of(option.letter());
  }

  private char missing() {
    return shortOptions.tellMissingValues() ? MISSING : BAD;
  }

  private char shortOption() {
    letter = bundle.charAt(0);
    bundle = bundle.substring(1);
    boolean isLast = bundle.isEmpty();
    if (!shortOptions.has(letter)) {
      index += isLast ? 1 : 0;
      return BAD;
    }
    if (!shortOptions.haveValue(letter)) {
      index += isLast ? 1 : 0;
      return letter;
    }
    index++;
    if (isLast) {
      if (index >= words.size()) {
        return missing();
      }
      value = Optional.of(words.get(index));
      index++;
    } else {
      value = Optional.of(bundle);
      bundle = "";
    }
    return letter;
  }
}
