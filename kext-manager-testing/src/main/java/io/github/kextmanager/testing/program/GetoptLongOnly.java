package io.github.kextmanager.testing.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final String shortOptions;
  private final List<LongOption> longOptions;
  private final OutputStreamText stderr;
  private final List<String> operands = new ArrayList<>();
  private int next;
  private String bundle = "";
  private Optional<String> value = Optional.empty();

  /**
   * A reader that has read nothing yet.
   *
   * @param program what the program calls itself
   * @param words its arguments
   * @param shortOptions the letters; one that a colon follows takes a value
   * @param longOptions the names
   * @param stderr takes the complaints
   */
  public GetoptLongOnly(
      String program,
      List<String> words,
      String shortOptions,
      List<LongOption> longOptions,
      OutputStreamText stderr) {
    this.program = program;
    this.words = words;
    this.shortOptions = shortOptions;
    this.longOptions = longOptions;
    this.stderr = stderr;
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
    String dashes = "-";
    String name = bundle;
    boolean maybeShort = isShort(name.charAt(0));
    if (name.startsWith("-")) {
      dashes = "--";
      name = name.substring(1);
      maybeShort = false;
    }
    Optional<Character> found = longOption(dashes, name, maybeShort);
    if (found.isPresent()) {
      bundle = "";
      return found.get();
    }
    return shortOption();
  }

  /** Returns empty if the word may be short options instead. */
  private Optional<Character> longOption(String dashes, String text, boolean maybeShort) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String shown = dashes + name;
    List<LongOption> matches = matches(name, maybeShort);
    if (matches.isEmpty()) {
      return maybeShort
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

  /** One exact match, or all whose beginning it is; a single known letter is no beginning. */
  private List<LongOption> matches(String name, boolean maybeShort) {
    for (LongOption option : longOptions) {
      if (option.name().equals(name)) {
        return List.of(option);
      }
    }
    if (maybeShort && name.length() == 1) {
      return List.of();
    }
    return longOptions.stream().filter(option -> option.name().startsWith(name)).toList();
  }

  private char shortOption() {
    char letter = bundle.charAt(0);
    bundle = bundle.substring(1);
    if (!isShort(letter)) {
      endBundleIfEmpty();
      complainOnly("illegal option -- " + letter);
      return BAD;
    }
    if (!takesValue(letter)) {
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

  private boolean isShort(char letter) {
    return letter != ':' && shortOptions.indexOf(letter) >= 0;
  }

  private boolean takesValue(char letter) {
    return shortOptions.startsWith(":", shortOptions.indexOf(letter) + 1);
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
