package io.github.kextmanager.cli.grammar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The words behind a verb, sorted into options and objects. */
public final class Words {
  private final ParseResult result;

  /** The words that were parsed. */
  public Words(ParseResult result) {
    this.result = result;
  }

  /** Whether an option stands there. */
  public boolean has(String option) {
    return result.hasMatchedOption(option);
  }

  /** The value of an option that stands there once. */
  public String text(String option) {
    return result.matchedOptionValue(option, "");
  }

  /**
   * The value of an option that is a duration.
   *
   * @throws UsageException if it is none
   */
  public Optional<Duration> duration(String option) {
    return has(option) ? Optional.of(DurationText.parse(text(option))) : Optional.empty();
  }

  /** The values of an option that can be repeated. */
  public List<String> values(String option) {
    return List.of(result.matchedOptionValue(option, new String[0]));
  }

  /** The objects, in order. */
  public List<String> objects() {
    return List.of(result.matchedPositionalValue(0, new String[0]));
  }

  /** The object at a place, of a verb whose objects have places. */
  public String object(int index) {
    return String.valueOf(result.matchedPositionalValue(index, new String[1])[0]);
  }

  /** The objects behind those that have places. */
  public List<String> others(int first) {
    return List.of(result.matchedPositionalValue(first, new String[0]));
  }

  /**
   * The options that every verb knows.
   *
   * @throws UsageException if one of them cannot be understood
   */
  public GlobalOptions options() {
    return GlobalOptions.of(this);
  }
}
