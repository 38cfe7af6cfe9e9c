package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.bundle.PropertyType;
import java.util.Map;
import java.util.Optional;

/**
 * The check that every property goes through (IOKitUser, OSKext.c, __OSKextCheckProperty).
 *
 * @param findings where to note what is found
 */
record PropertyCheck(Findings findings) {

  /**
   * Checks a property.
   *
   * @return its value, if nothing is wrong with it
   */
  <T> Optional<T> check(Property<T> property, PropertyType<?> type, Demand demand, KeyPath path) {
    if (property instanceof Property.Mistyped<T> mistyped) {
      findings.fail(mistyped(Diagnostic.ILLEGAL_TYPE, mistyped, type, path));
      return Optional.empty();
    }
    if (property.isAbsent()) {
      if (demand == Demand.NECESSARY) {
        findings.fail(Finding.of(Diagnostic.MISSING_PROPERTY, path.place()));
      }
      return Optional.empty();
    }
    Optional<T> value = property.asOptional();
    if (demand != Demand.NONE && value.filter(PropertyCheck::isEmpty).isPresent()) {
      findings.fail(Finding.of(Diagnostic.ILLEGAL_VALUE, path.place()).withFound(""));
      return Optional.empty();
    }
    return value;
  }

  /** Checks a property whose value need not be of its type, but is ignored then. */
  void checkLoosely(Property<?> property, PropertyType<?> type, KeyPath path) {
    if (property instanceof Property.Mistyped<?> mistyped) {
      findings.note(mistyped(Diagnostic.INCORRECT_TYPE, mistyped, type, path));
    }
  }

  private static Finding mistyped(
      Diagnostic diagnostic, Property.Mistyped<?> found, PropertyType<?> type, KeyPath path) {
    String reals = found.kind().equals("real") ? " (kexts may not use <real>)" : "";
    Finding finding =
        Finding.of(diagnostic, path.place()).withNote("should be " + type.expected() + reals);
    return finding.withFound(
        found.text().isEmpty() ? found.kind() : found.kind() + " " + found.text());
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof String text && text.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
