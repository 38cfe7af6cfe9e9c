package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.program.LongNames.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads options as {@code getopt_long_only(3)} does on a Mac.
 *
 * <p>A word that begins with a dash is a long name, or a beginning that fits one alone, with one
 * dash or two; if it is none, and its first letter is a short option, it is short options bundled
 * into one word, whose rest is tried as a long name again after each letter. Words that are no
 * options are moved behind those that are; {@code --} ends the options. Complaints go to standard
 * error, and a word that was complained about has no effect.
 */
public final class GetoptLongOnly implements OptionWords {
  /** Returned when there are no more options. */
  public static final char END = '\0';

  /** Returned for a word that was complained about. */
  public static final char BAD = '?';

  private final String program;
  private final List<String> words;
  private final ShortOptions shortOptions;
  private final LongNames longNames;
  private final OutputStreamText stderr;
  private final List<String> operands = new ArrayList<>();
  private int next;
  private String bundle = "";
  private Optional<String> value = Optional.empty();

  /**
   * A reader that has read nothing yet.
   *
   * @param invocation whose arguments it reads, and which takes the complaints
   * @param shortOptions the letters; one that a colon follows takes a value
   * @param longOptions the names
   */
  public GetoptLongOnly(Invocation invocation, String shortOptions, List<LongOption> longOptions) {
    this.program = invocation.name();
    this.words = invocation.arguments();
    this.shortOptions = new ShortOptions(shortOptions);
    this.longNames = new LongNames(longOptions);
    this.stderr = invocation.stderr();
  }

  /** What a program does with one option. */
  @FunctionalInterface
  public interface OptionReader {
    /**
     * Takes it.
     *
     * @param option its letter, or {@link #BAD}
     * @return the status with which the program ends, if it ends here
     */
    OptionalInt take(char option);
  }

  /**
   * Reads all options, up to one that ends the program.
   *
   * @param reader takes each
   * @return the status with which the program ends, if it ends
   */
  public OptionalInt readAll(OptionReader reader) {
    for (char option = next(); option != END; option = next()) {
      OptionalInt status = reader.take(option);
      if (status.isPresent()) {
        return status;
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public Optional<String> value() {
    return value;
  }

  @Override
  public Optional<String> peek() {
    return next < words.size() ? Optional.of(words.get(next)) : Optional.empty();
  }

  @Override
  public void skip() {
    next++;
  }

  /**
   * The words that are no options, once the end was returned.
   *
   * @return the words in their order
   */
  public List<String> operands() {
    return operands;
  }

  /**
   * Reads the next option.
   *
   * @return its letter, {@link #BAD}, or {@link #END}
   */
  public char next() {
    value = Optional.empty();
    if (bundle.isEmpty()) {
      collectOperands();
      if (next >= words.size()) {
        return END;
      }
      String word = words.get(next);
      if (word.equals("--")) {
        operands.addAll(words.subList(next + 1, words.size()));
        next = words.size();
        return END;
      }
      bundle = word.substring(1);
    }
    return option();
  }

  private void collectOperands() {
    while (next < words.size() && !looksLikeOption(words.get(next))) {
      operands.add(words.get(next));
      next++;
    }
  }

  private static boolean looksLikeOption(String word) {
    return word.length() > 1 && word.startsWith("-");
  }

  private char option() {
    Optional<Character> found =
        bundle.startsWith("-")
            ? longOption("--", bundle.substring(1), Word.LONG)
            : longOption(
                "-", bundle, shortOptions.has(bundle.charAt(0)) ? Word.LONG_OR_SHORT : Word.LONG);
    if (found.isPresent()) {
      bundle = "";
      return found.get();
    }
    return shortOption();
  }

  /** Returns empty if the word may be short options instead. */
  private Optional<Character> longOption(String dashes, String text, Word word) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String shown = dashes + name;
    List<LongOption> matches = longNames.matching(name, word);
    if (matches.isEmpty()) {
      return word == Word.LONG_OR_SHORT
          ? Optional.empty()
          : complain("unrecognized option `%s'".formatted(dashes + text));
    }
    if (matches.size() > 1) {
      return complain("option `%s' is ambiguous".formatted(shown));
    }
    LongOption option = matches.get(0);
    if (equals >= 0 && option.value() == LongOption.Value.NONE) {
      return complain("option `%s' doesn't allow an argument".formatted(shown));
    }
    next++;
    if (equals >= 0) {
      value = Optional.of(text.substring(equals + 1));
    } else if (option.value() == LongOption.Value.REQUIRED) {
      if (next >= words.size()) {
        complainOnly("option `%s' requires an argument".formatted(shown));
        return Optional.of(BAD);
      }
      value = Optional.of(words.get(next++));
    }
    return Optional.of(option.letter());
  }

  private char shortOption() {
    char letter = bundle.charAt(0);
    bundle = bundle.substring(1);
    if (!shortOptions.has(letter)) {
      endBundleIfEmpty();
      complainOnly("illegal option -- " + letter);
      return BAD;
    }
    if (!shortOptions.haveValue(letter)) {
      endBundleIfEmpty();
      return letter;
    }
    next++;
    if (!bundle.isEmpty()) {
      value = Optional.of(bundle);
      bundle = "";
    } else if (next >= words.size()) {
      complainOnly("option requires an argument -- " + letter);
      return BAD;
    } else {
      value = Optional.of(words.get(next++));
    }
    return letter;
  }

  private void endBundleIfEmpty() {
    if (bundle.isEmpty()) {
      next++;
    }
  }

  private Optional<Character> complain(String complaint) {
    next++;
    complainOnly(complaint);
    return Optional.of(BAD);
  }

  private void complainOnly(String complaint) {
    stderr.println(program + ": " + complaint);
  }
}
