package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/**
 * What a wording says.
 *
 * @param weight how much it explains
 * @param category what it means; absent for a {@link Weight#DETAIL} alone
 * @param also what holds as well whenever it is said
 * @param code the result code that it gives
 * @param facts what it says about a state
 */
record Meaning(
    Weight weight,
    Optional<Category> category,
    List<Category> also,
    Optional<OsReturn> code,
    List<FactSpec> facts) {
  Meaning {
    also = List.copyOf(also);
    facts = List.copyOf(facts);
    if (category.isPresent() == (weight == Weight.DETAIL)) {
      throw new IllegalArgumentException("A wording has a meaning unless it is a detail.");
    }
  }

  /** What it names alone. */
  Meaning asDetail() {
    return new Meaning(Weight.DETAIL, Optional.empty(), List.of(), code, List.of());
  }

  /** What it names alone where it may be about something else than kexts. */
  Meaning asHearsay() {
    return new Meaning(Weight.DETAIL, Optional.empty(), List.of(), Optional.empty(), List.of());
  }

  /** What it says where it shows that a kext was loaded in the end. */
  Meaning asLoaded() {
    return new Meaning(Weight.DONE, Optional.of(Category.OK_LOADED), also, code, facts);
  }

  Meaning withCode(OsReturn given) {
    return new Meaning(weight, category, also, Optional.of(given), facts);
  }
}
