package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Fact;
import io.github.kextmanager.verdict.Mention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts that a text states; of two that contradict each other the first. */
final class CollectedFacts {
  private static final int MOST = 200;

  private final Map<String, Mention<Fact>> facts = new LinkedHashMap<>();

  void add(Finding finding) {
    for (FactSpec spec : finding.rule().facts()) {
      spec.in(finding.captures())
          .filter(fact -> facts.size() < MOST || facts.containsKey(fact.name()))
          .ifPresent(fact -> add(spec, fact, finding.firstLine()));
    }
  }

  private void add(FactSpec spec, Fact fact, Evidence line) {
    if (spec.isCount()) {
      facts.merge(
          fact.name(), count(fact.name(), spec.increment(), line), CollectedFacts::together);
    } else {
      facts.putIfAbsent(fact.name(), new Mention<>(fact, line));
    }
  }

  private static Mention<Fact> together(Mention<Fact> before, Mention<Fact> more) {
    return before.value().value() instanceof Fact.Amount one
            && more.value().value() instanceof Fact.Amount other
        ? count(before.value().name(), one.number() + other.number(), before.line())
        : before;
  }

  private static Mention<Fact> count(String name, long number, Evidence line) {
    return new Mention<>(new Fact(name, new Fact.Amount(number)), line);
  }

  List<Mention<Fact>> mentions() {
    return List.copyOf(facts.values());
  }
}
