package io.github.kextmanager.doctor;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Something that a Mac asks of each library, as it asks it of the kext itself.
 *
 * @param topic what it is about
 * @param reason for what a load is refused if a library does not satisfy it
 * @param asks which Macs ask for it
 * @param concerns of which libraries they ask it
 * @param examinations how one library is looked at
 * @param wrong one sentence for people, if a library does not satisfy it
 */
record LibraryRule(
    Topic topic,
    Reason reason,
    Predicate<MacSeen> asks,
    BiPredicate<RepositoryKext, MacSeen> concerns,
    List<Examination> examinations,
    String wrong) {
  /** What was seen of one library. */
  record Finding(RepositoryKext library, Check check) {
    private Ground ground() {
      return Ground.of(library.path().toString(), check.said());
    }
  }

  /** One for each library of which this Mac asks it, and each way of looking at it. */
  List<Finding> findings(List<RepositoryKext> libraries, MacSeen mac) {
    return libraries.stream()
        .filter(library -> asks.test(mac) && concerns.test(library, mac))
        .flatMap(
            library ->
                examinations.stream()
                    .map(examination -> new Finding(library, examination.of(library, mac))))
        .toList();
  }

  /**
   * The worst that was found. What kmutil makes of a library is not public: from macOS 11 it is not
   * known.
   *
   * @return empty if it is asked of none of the libraries
   */
  Optional<Check> check(List<RepositoryKext> libraries, MacSeen mac) {
    List<Finding> findings = findings(libraries, mac);
    return findings.stream()
        .map(finding -> finding.check().result())
        .min(Check.Result::compareTo)
        .map(worst -> check(worst, grounds(findings, worst), mac));
  }

  private static List<Ground> grounds(List<Finding> findings, Check.Result result) {
    return findings.stream()
        .filter(finding -> finding.check().result() == result)
        .map(Finding::ground)
        .toList();
  }

  private Check check(Check.Result worst, List<Ground> grounds, MacSeen mac) {
    return switch (worst) {
      case FAILED ->
          mac.hasCollections()
              ? Check.notKnown(
                  topic,
                  "%s What macOS makes of that from 11 on is not public. %s"
                      .formatted(
                          wrong,
                          grounds.stream().map(Ground::from).distinct().collect(joining(", "))),
                  grounds.toArray(Ground[]::new))
              : Check.failed(topic, reason, wrong, grounds);
      case WARNED -> Check.warned(topic, "This Mac lets in a library that others refuse.", grounds);
      case NOT_KNOWN ->
          Check.notKnown(
              topic,
              "It is not known of a library that it links against.",
              grounds.toArray(Ground[]::new));
      case PASSED ->
          Check.passed(
              topic,
              "All libraries that it links against are as they should be.",
              grounds.toArray(Ground[]::new));
    };
  }
}
