package io.github.kextmanager.classify;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.OsReturn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Collects what findings name. */
final class Names {
  private static final int MOST = 200;

  private final Set<BundleIdentifier> identifiers = new LinkedHashSet<>();
  private final Set<TeamIdentifier> teams = new LinkedHashSet<>();
  private final Set<String> symbols = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<ClassInstances> holders = new LinkedHashSet<>();
  private OptionalInt kmErrorCode = OptionalInt.empty();

  Names(List<Finding> findings) {
    findings.forEach(finding -> add(finding.match().captures()));
  }

  private void add(List<Capture> captures) {
    for (Capture capture : captures) {
      String text = capture.text();
      switch (capture.slot()) {
        case ID -> identifiers.add(BundleIdentifier.reported(text));
        case IDS -> addIdentifiers(text);
        case KEXT, NAME, PATH -> addName(text);
        case TEAM -> teams.add(new TeamIdentifier(text));
        case SYMBOL -> symbols.add(text);
        case CLASS -> addHolder(text, captures);
        case KMCODE -> addKmErrorCode(text);
        case N, HEX, WORD, ANY, BELOW, ARGUMENTS, COMMAND, KM -> {}
      }
    }
  }

  private void addIdentifiers(String text) {
    for (String identifier : text.split(",", -1)) {
      if (Slot.isIdentifier(identifier)) {
        identifiers.add(BundleIdentifier.reported(identifier));
      }
    }
  }

  private void addName(String text) {
    if (text.indexOf('/') >= 0 || Slot.isBundlePath(text)) {
      paths.add(text);
    } else if (Slot.isReverseDomainName(text)) {
      identifiers.add(BundleIdentifier.reported(text));
    }
  }

  private void addHolder(String className, List<Capture> captures) {
    captures.stream()
        .filter(capture -> capture.slot() == Slot.N && capture.text().length() <= 9)
        .findFirst()
        .map(capture -> Integer.parseInt(capture.text()))
        .ifPresent(count -> holders.add(new ClassInstances(className, count)));
  }

  private void addKmErrorCode(String digits) {
    if (kmErrorCode.isEmpty()) {
      kmErrorCode = OptionalInt.of(Integer.parseInt(digits));
    }
  }

  List<BundleIdentifier> identifiers() {
    return firstOf(identifiers);
  }

  List<TeamIdentifier> teams() {
    return firstOf(teams);
  }

  List<String> symbols() {
    return firstOf(symbols);
  }

  List<String> paths() {
    return firstOf(paths);
  }

  List<ClassInstances> holders() {
    return firstOf(holders);
  }

  OptionalInt kmErrorCode() {
    return kmErrorCode;
  }

  /** The result code: that of what decided, or else the first one. */
  static Optional<OsReturn> osReturn(List<Finding> findings, Category category) {
    List<Finding> codes = findings.stream().filter(f -> f.rule().code().isPresent()).toList();
    return codes.stream()
        .filter(finding -> finding.means(category))
        .findFirst()
        .or(() -> codes.stream().findFirst())
        .flatMap(finding -> finding.rule().code());
  }

  private static <T> List<T> firstOf(Set<T> names) {
    List<T> first = new ArrayList<>(names);
    return first.size() <= MOST ? first : first.subList(0, MOST);
  }
}
