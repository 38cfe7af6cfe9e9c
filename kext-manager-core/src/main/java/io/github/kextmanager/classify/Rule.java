package io.github.kextmanager.classify;

import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/**
 * A wording and what it means.
 *
 * <p>A wording that is nobody else's counts wherever it is found: texts pass through shims, logs,
 * installers and pastes. One that others use counts in the right company alone. Who says it, and in
 * which releases, is for the reader.
 *
 * @param weight how much it explains
 * @param category what it means; absent for a {@link Weight#DETAIL} alone
 * @param also what holds as well whenever it is said
 * @param company what must be spoken of around it so that it counts
 * @param code the result code that it gives
 * @param facts what it says about a state
 * @param origin who says it, in which releases
 * @param wording the wording
 * @param source where that is known from
 * @param example a line that says it
 */
record Rule(
    Weight weight,
    Optional<Category> category,
    List<Category> also,
    Company company,
    Optional<OsReturn> code,
    List<FactSpec> facts,
    String origin,
    Template wording,
    String source,
    String example) {
  Rule {
    also = List.copyOf(also);
    facts = List.copyOf(facts);
    if (category.isPresent() == (weight == Weight.DETAIL)) {
      throw new IllegalArgumentException("A rule has a category unless it is a detail: " + wording);
    }
  }

  boolean isSaidBy(String speaker) {
    return origin.startsWith(speaker + " ");
  }

  /** Whether its wording is the number of a result code. */
  boolean isNumber() {
    return wording.toString().startsWith("0x") || wording.toString().startsWith("-");
  }

  /** The releases in which it is said. */
  ReleaseRange releases() {
    return ReleaseRange.of(origin.substring(origin.indexOf(' ') + 1));
  }

  /** The same, for what it names alone. */
  Rule asDetail() {
    return new Rule(
        Weight.DETAIL,
        Optional.empty(),
        List.of(),
        company,
        code,
        List.of(),
        origin,
        wording,
        source,
        example);
  }

  /** The same, for what it names alone where it may be about something else than kexts. */
  Rule asHearsay() {
    return new Rule(
        Weight.DETAIL,
        Optional.empty(),
        List.of(),
        company,
        Optional.empty(),
        List.of(),
        origin,
        wording,
        source,
        example);
  }

  /** The same, as a wording that says that the kext was loaded. */
  Rule asLoaded() {
    return new Rule(
        Weight.DONE,
        Optional.of(Category.OK_LOADED),
        also,
        company,
        code,
        facts,
        origin,
        wording,
        source,
        example);
  }

  /** The same, as a wording that counts in some company alone. */
  Rule among(Company wanted) {
    return new Rule(weight, category, also, wanted, code, facts, origin, wording, source, example);
  }

  Rule withCode(OsReturn given) {
    return new Rule(
        weight,
        category,
        also,
        company,
        Optional.of(given),
        facts,
        origin,
        wording,
        source,
        example);
  }

  Rule withExample(String line) {
    return new Rule(weight, category, also, company, code, facts, origin, wording, source, line);
  }

  /** Returns the wording. */
  @Override
  public String toString() {
    return wording.toString();
  }
}
