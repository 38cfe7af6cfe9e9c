package io.github.kextmanager.classify;

import static java.util.Comparator.comparing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Details;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Mention;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.SignatureError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what findings name. */
final class DetailsReader {
  private static final int LONGEST_COUNT = 9;

  /** What has no code: one that stands there is of what failed before. */
  private static final Set<Category> DONE =
      Set.of(Category.OK_LOADED, Category.OK_UNLOADED, Category.OK_VALID);

  private final List<Finding> findings;
  private final Collected<BundleIdentifier> identifiers = new Collected<>();
  private final Collected<TeamIdentifier> teams = new Collected<>();
  private final Collected<Integer> kmErrorCodes = new Collected<>();
  private final Collected<String> symbols = new Collected<>();
  private final Collected<String> paths = new Collected<>();
  private final Collected<String> askedFor = new Collected<>();
  private final Collected<ClassInstances> holders = new Collected<>();
  private final Collected<SignatureError> signatureErrors = new Collected<>();
  private final CollectedFacts facts = new CollectedFacts();

  DetailsReader(List<Finding> findings) {
    this.findings = findings;
    findings.forEach(this::add);
  }

  private void add(Finding finding) {
    for (Capture capture : finding.captures()) {
      add(capture, finding.lineOf(capture), finding);
    }
    facts.add(finding);
  }

  private void add(Capture capture, Evidence line, Finding finding) {
    String text = capture.text();
    switch (capture.slot()) {
      case ID, SUBJECT, CULPRIT -> identifiers.add(BundleIdentifier.reported(text), line);
      case IDS -> IdentifierList.of(text).forEach(one -> identifiers.add(one, line));
      case KEXT, NAME, PATH -> addName(text, line);
      case TEAM -> teams.add(new TeamIdentifier(text), line);
      case SYMBOL -> symbols.add(text, line);
      case CLASS -> addHolder(text, line, finding.captures());
      case ARGUMENTS, COMMAND -> Asked.pathsIn(capture).forEach(path -> askedFor.add(path, line));
      case KMCODE -> kmErrorCodes.add(Integer.valueOf(text), line);
      case SIGNATURE -> signatureErrors.add(new SignatureError(Integer.parseInt(text)), line);
      default -> {
        // What stands in the others names nothing by itself.
      }
    }
  }

  private void addName(String text, Evidence line) {
    if (text.indexOf('/') >= 0 || Slot.isBundlePath(text)) {
      paths.add(text, line);
    } else if (Slot.isReverseDomainName(text)) {
      identifiers.add(BundleIdentifier.reported(text), line);
    }
  }

  private void addHolder(String className, Evidence line, List<Capture> captures) {
    captures.stream()
        .filter(capture -> capture.slot() == Slot.N && capture.text().length() <= LONGEST_COUNT)
        .findFirst()
        .map(capture -> Integer.parseInt(capture.text()))
        .ifPresent(count -> holders.add(new ClassInstances(className, count), line));
  }

  /** What was found, of which a decision is known. */
  Details details(Decision decision, Asked asked) {
    return new Details(
        categories(decision),
        identifiers.mentions(),
        new Culprit(findings, asked).of(decision.category()),
        teams.mentions(),
        osReturn(decision.category()),
        kmErrorCode(decision.category()),
        symbols.mentions(),
        paths(),
        holders.mentions(),
        signatureErrors.mentions(),
        facts.mentions(),
        releases());
  }

  /** Of several bundles in commands nobody knows which one a message without a path means. */
  private List<Mention<String>> paths() {
    boolean isOne = paths.mentions().isEmpty() && askedFor.mentions().size() == 1;
    return (isOne ? askedFor : paths).mentions();
  }

  /** In a paste of several Macs the ranges may have nothing in common; then all count. */
  private ReleaseRange releases() {
    Optional<ReleaseRange> common = Optional.of(ReleaseRange.ALL);
    for (Finding finding : findings) {
      common = common.flatMap(range -> range.and(finding.rule().releases()));
    }
    return common.orElse(ReleaseRange.ALL);
  }

  private List<Mention<Category>> categories(Decision decision) {
    Collected<Category> categories = new Collected<>();
    findings.stream()
        .filter(finding -> finding.means(decision.category()))
        .forEach(finding -> categories.add(decision.category(), finding.firstLine()));
    for (Category also : decision.also()) {
      findings.stream()
          .filter(finding -> finding.means(also) || finding.rule().also().contains(also))
          .forEach(finding -> categories.add(also, finding.firstLine()));
    }
    return categories.mentions();
  }

  /** The code of KMErrorDomain: one on a line that decides, or else the first one. */
  private Optional<Mention<Integer>> kmErrorCode(Category category) {
    Set<Evidence> deciding =
        findings.stream()
            .filter(finding -> finding.means(category))
            .map(Finding::firstLine)
            .collect(Collectors.toSet());
    return kmErrorCodes.mentions().stream()
        .sorted(comparing((Mention<Integer> code) -> !deciding.contains(code.line())))
        .findFirst()
        .filter(code -> !DONE.contains(category));
  }

  /** The result code: that of what decided, or else any; a number that was printed before words. */
  private Optional<Mention<OsReturn>> osReturn(Category category) {
    return findings.stream()
        .filter(finding -> finding.rule().code().isPresent())
        .sorted(
            comparing((Finding finding) -> !finding.means(category))
                .thenComparing(finding -> finding.rule().role() != Role.NUMBER))
        .findFirst()
        .filter(finding -> !DONE.contains(category))
        .flatMap(
            finding -> finding.rule().code().map(code -> new Mention<>(code, finding.firstLine())));
  }
}
