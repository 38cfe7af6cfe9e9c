package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Verdict;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what an answer of a tool means.
 *
 * @since 0.1.0
 */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {
  VerdictAssert(Verdict actual) {
    super(actual, VerdictAssert.class);
  }

  /**
   * One category explains it.
   *
   * @param category the category
   * @return this
   */
  public VerdictAssert hasCategory(Category category) {
    isNotNull();
    return check("of category " + category, actual.category() == category);
  }

  /**
   * A further category holds as well.
   *
   * @param category the category
   * @return this
   */
  public VerdictAssert alsoHasCategory(Category category) {
    isNotNull();
    return check(
        "that is also of category %s, not only %s".formatted(category, actual.also()),
        actual.also().contains(category));
  }

  /**
   * It names a kext.
   *
   * @param identifier its bundle identifier
   * @return this
   */
  public VerdictAssert names(String identifier) {
    isNotNull();
    return check(
        "that names %s, not %s".formatted(identifier, actual.identifiers()),
        actual.identifiers().stream().anyMatch(each -> each.value().equals(identifier)));
  }

  /**
   * It names a team.
   *
   * @param team the team identifier
   * @return this
   */
  public VerdictAssert namesTeam(String team) {
    isNotNull();
    return check(
        "that names the team %s, not %s".formatted(team, actual.teamIdentifiers()),
        actual.teamIdentifiers().stream().anyMatch(each -> each.value().equals(team)));
  }

  /**
   * It carries an error code of {@code KMErrorDomain}.
   *
   * @param code the code
   * @return this
   */
  public VerdictAssert hasKmErrorCode(int code) {
    isNotNull();
    return check(
        "with code %d, not %s".formatted(code, actual.kmErrorCode()),
        actual.kmErrorCode().isPresent() && actual.kmErrorCode().getAsInt() == code);
  }

  /**
   * It was read from a line that contains a text.
   *
   * @param text a part of the line
   * @return this
   */
  public VerdictAssert hasEvidence(String text) {
    isNotNull();
    return check(
        "read from a line with \"%s\"".formatted(text),
        actual.evidence().stream().anyMatch(line -> line.text().contains(text)));
  }

  private VerdictAssert check(String expected, boolean holds) {
    if (!holds) {
      throw failure("%s", "Expected an answer %s.\n%s".formatted(expected, Told.verdict(actual)));
    }
    return this;
  }
}
