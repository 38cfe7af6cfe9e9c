package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a wording says about a state.
 *
 * @param name what it is about; may quote what stood in a slot: {@code <id> allowed}
 * @param value what it says: words such as {@code true} or {@code Full Security}, or a slot such as
 *     {@code <setting>}; {@code +1} counts how often it is said, and {@code +0} says that it may be
 */
record FactSpec(String name, String value) {
  private static final String SETTING = "<setting>";
  private static final String NUMBER = "<n>";

  /** Reads {@code name=value}; a name alone is about the setting that stands in the wording. */
  static FactSpec of(String text) {
    int sign = text.indexOf('=');
    return sign < 0
        ? new FactSpec(text, SETTING)
        : new FactSpec(text.substring(0, sign), text.substring(sign + 1));
  }

  /** Whether it counts. */
  boolean isCount() {
    return value.startsWith("+");
  }

  /** What saying it once adds to a count. */
  int increment() {
    return Integer.parseInt(value.substring(1));
  }

  /** The fact, if what it quotes was there. */
  Optional<Fact> in(List<Capture> captures) {
    return quote(name, captures)
        .flatMap(about -> quote(value, captures).map(said -> new Fact(about, typed(said))));
  }

  private static Optional<String> quote(String text, List<Capture> captures) {
    int open = text.indexOf('<');
    if (open < 0) {
      return Optional.of(text);
    }
    int close = text.indexOf('>', open);
    Slot slot = Slot.valueOf(text.substring(open + 1, close).toUpperCase(Locale.ROOT));
    return captures.stream()
        .filter(capture -> capture.slot() == slot)
        .findFirst()
        .map(capture -> text.substring(0, open) + capture.text() + text.substring(close + 1));
  }

  private Fact.Value typed(String said) {
    return switch (value) {
      case SETTING -> new Fact.Setting("enabled".equalsIgnoreCase(said));
      case NUMBER -> new Fact.Amount(Long.parseLong(said));
      case "true", "false" -> new Fact.Truth("true".equals(said));
      default -> isNumber(value) ? new Fact.Amount(Long.parseLong(said)) : new Fact.Words(said);
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }
}
