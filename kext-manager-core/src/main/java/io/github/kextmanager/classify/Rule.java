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
 * @param meaning what it says
 * @param role what part it has in a text
 * @param company what must be spoken of around it so that it counts
 * @param origin who says it, in which releases
 * @param wording the wording
 * @param source where that is known from
 * @param example a line that says it
 */
record Rule(
    Meaning meaning,
    Role role,
    Company company,
    Origin origin,
    Template wording,
    String source,
    String example) {
  Weight weight() {
    return meaning.weight();
  }

  Optional<Category> category() {
    return meaning.category();
  }

  List<Category> also() {
    return meaning.also();
  }

  Optional<OsReturn> code() {
    return meaning.code();
  }

  List<FactSpec> facts() {
    return meaning.facts();
  }

  ReleaseRange releases() {
    return origin.range();
  }

  boolean isSaidBy(String speaker) {
    return origin.speaker().equals(speaker);
  }

  Rule meaning(Meaning other) {
    return new Rule(other, role, company, origin, wording, source, example);
  }

  Rule among(Company wanted) {
    return new Rule(meaning, role, wanted, origin, wording, source, example);
  }

  Rule as(Role part) {
    return new Rule(meaning, part, company, origin, wording, source, example);
  }

  Rule withExample(String line) {
    return new Rule(meaning, role, company, origin, wording, source, line);
  }

  /** Returns the wording. */
  @Override
  public String toString() {
    return wording.toString();
  }
}
