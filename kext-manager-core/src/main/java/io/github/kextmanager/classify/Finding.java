package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/**
 * A rule that applies to a place of a passage.
 *
 * @param rule the rule
 * @param start where in the passage the place begins
 * @param end where it ends: the place of its last character
 * @param captures what stood in the slots of the wording, in order
 * @param lines the lines of the place
 * @param support whether it is in the company that the rule wants
 */
record Finding(
    Rule rule,
    long start,
    long end,
    List<Capture> captures,
    List<Evidence> lines,
    Support support) {
  /** Whether what stands around it makes it count. */
  enum Support {
    /** It does. */
    GIVEN,
    /** It does, and it stands in quotation marks within a sentence: somebody speaks of it. */
    QUOTED,
    /** It may be about anything, unless it is known who said it. */
    MISSING
  }

  Finding {
    captures = List.copyOf(captures);
    lines = List.copyOf(lines);
  }

  /** The same, for what it names alone: it may be about something else than kexts. */
  Finding asHearsay() {
    return new Finding(
        rule.meaning(rule.meaning().asHearsay()), start, end, captures, lines, support);
  }

  /** Whether it can be about something else, for all that stands around it. */
  boolean isDoubtful() {
    return support == Support.MISSING;
  }

  boolean isQuoted() {
    return support == Support.QUOTED;
  }

  /** Whether it says what is wrong or how it came out, rather than that something went wrong. */
  boolean isStrong() {
    return rule.weight().compareTo(Weight.RESULT) >= 0;
  }

  /** Whether it says that a change was made, or could be. */
  boolean isSuccess() {
    return rule.weight() == Weight.DONE;
  }

  /** Whether it is the row of a loaded kext. */
  boolean showsPresence() {
    return rule.role() == Role.PRESENCE;
  }

  /** The same, as a message that the kext was loaded. */
  Finding asLoaded() {
    return new Finding(
        rule.meaning(rule.meaning().asLoaded()), start, end, captures, lines, support);
  }

  /** Whether it says that something went wrong. */
  boolean isFailure() {
    return rule.weight().compareTo(Weight.VAGUE) >= 0;
  }

  boolean means(Category category) {
    return rule.category().filter(category::equals).isPresent();
  }

  /** The line on which a capture stands; the first one if it was too far away to be kept. */
  Evidence lineOf(Capture capture) {
    return lines.stream()
        .filter(line -> line.line() == capture.line())
        .findFirst()
        .orElseGet(this::firstLine);
  }

  Evidence firstLine() {
    return lines.get(0);
  }
}
