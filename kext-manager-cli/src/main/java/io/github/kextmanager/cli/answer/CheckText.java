package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.validation.DiagnosticCategory;
import io.github.kextmanager.validation.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a kext, for a person: a verdict, and each finding with what to do. */
final class CheckText implements CheckReport {
  private final KextRepository repository;
  private final MacOsVersion release;

  CheckText(KextRepository repository) {
    this.repository = repository;
    this.release = repository.mac().release();
  }

  @Override
  public KextVerdict answer(RepositoryKext kext, Console console) {
    Evaluation evaluation = repository.evaluate(kext);
    KextVerdict verdict = KextVerdict.of(evaluation);
    boolean isToBeSaid = console.loudness() == Loudness.VERBOSE || !verdict.isGood();
    if (isToBeSaid && console.loudness() != Loudness.QUIET) {
      print(evaluation, verdict, console);
    }
    return verdict;
  }

  private void print(Evaluation evaluation, KextVerdict verdict, Console console) {
    RepositoryKext kext = evaluation.kext();
    console.print(
        kext.path() + " (" + kext.identifier() + " " + kext.version() + "): " + verdict.clause());
    Map<String, List<Finding>> byText = new LinkedHashMap<>();
    for (Finding finding : evaluation.findings()) {
      byText.computeIfAbsent(finding.text(release), text -> new ArrayList<>()).add(finding);
    }
    byText.forEach((text, findings) -> print(text, findings, console));
  }

  @Override
  public KextVerdict refuse(OpeningRefusal refusal, KextVerdict verdict, Console console) {
    if (console.loudness() != Loudness.QUIET) {
      console.print(refusal.path() + ": " + verdict.clause());
      console.print("  " + refusal.explanation());
      for (String message : refusal.messages()) {
        console.print("  macOS would log: " + message);
      }
    }
    return verdict;
  }

  @Override
  public KextVerdict fail(RepositoryKext kext, Throwable why, Console console) {
    KextVerdict verdict = KextVerdict.of(why);
    console.print(kext.path() + ": " + verdict.clause() + ": " + why);
    console.trace(why);
    return verdict;
  }

  @Override
  public void end(List<KextVerdict> verdicts, Console console) {
    Map<KextVerdict, Integer> counts = new EnumMap<>(KextVerdict.class);
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (verdict, count) ->
            line.append(line.isEmpty() ? "" : "; ").append(count + " " + verdict.clause()));
    console.print(line.isEmpty() ? "No kext was judged." : line + ".");
  }

  private void print(String text, List<Finding> findings, Console console) {
    Finding first = findings.get(0);
    boolean isWarning = first.diagnostic().category(release) == DiagnosticCategory.WARNINGS;
    console.print(
        "  "
            + (isWarning ? "Warning: " : "")
            + (text.isEmpty() ? first.diagnostic().rule() : text));
    for (Finding finding : findings) {
      place(finding, console);
    }
    console.print("    To do: " + first.diagnostic().remedy());
  }

  private void place(Finding finding, Console console) {
    String found = finding.found().map(value -> " (found: " + value + ")").orElse("");
    if (finding.value(release).isPresent() || !found.isEmpty()) {
      console.print("    at " + finding.value(release).orElse("the bundle") + found);
    }
  }
}
