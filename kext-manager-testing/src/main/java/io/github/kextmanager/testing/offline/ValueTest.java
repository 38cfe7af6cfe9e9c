package io.github.kextmanager.testing.offline;

import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a value of a property list is the one that is asked for (kext_tools, kextfind_query.c:
 * {@code _evalPropertyInDict}).
 *
 * @param wanted the value in words
 * @param own what the predicate says of how texts are compared
 * @param general what kextfind was told for all predicates; of no effect on anything but texts
 */
record ValueTest(String wanted, TextMatching own, TextMatching general) {
  private static final Set<String> TRUE = Set.of("true", "yes", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "0");

  /** As much of a text as CoreFoundation reads as a number; what follows is ignored. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  /** The text as it is, whatever kextfind was told. */
  static ValueTest exactly(String text) {
    return new ValueTest(text, TextMatching.EXACT, TextMatching.EXACT);
  }

  boolean holds(PlistValue found) {
    if (found instanceof PlistString text) {
      return own.or(general).fits(text.value(), wanted);
    }
    if (own.isOfParts()) {
      return false;
    }
    if (found instanceof PlistBoolean flag) {
      return (flag.value() ? TRUE : FALSE).contains(wanted);
    }
    return found instanceof PlistInteger number
        && number()
            .filter(wantedNumber -> wantedNumber.compareTo(new BigDecimal(number.value())) == 0)
            .isPresent();
  }

  private Optional<BigDecimal> number() {
    Matcher number = NUMBER.matcher(wanted);
    return number.lookingAt() ? Optional.of(new BigDecimal(number.group())) : Optional.empty();
  }
}
