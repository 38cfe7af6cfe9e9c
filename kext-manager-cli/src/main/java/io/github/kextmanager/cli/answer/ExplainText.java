package io.github.kextmanager.cli.answer;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.doctor.Explanation;
import io.github.kextmanager.doctor.Legibility;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.Collection;

/** What a text means, for people: why in one sentence, who must do what, and the lines. */
public final class ExplainText {
  private static final String INDENT = "  ";

  private final Explanation explanation;
  private final Console console;

  private ExplainText(Explanation explanation, Console console) {
    this.explanation = explanation;
    this.console = console;
  }

  /** Prints it; the name of the source stands before the sentence if there are several. */
  public static void print(Source source, Explanation explanation, Console console) {
    new ExplainText(explanation, console).print(source);
  }

  private void print(Source source) {
    Verdict verdict = explanation.verdict();
    Category category = verdict.category();
    String sentence = explanation.isNoText() ? noText() : sentence(category);
    console.print("%s: %s (%s)".formatted(source.name(), sentence, category));
    if (console.loudness() == Loudness.QUIET) {
      return;
    }
    // What was put right later, or is about others, is no reason any more.
    String label = category.reason().isPresent() ? "Also" : "Also said";
    verdict.also().forEach(also -> print(label, sentence(also) + " (" + also + ")"));
    verdict.culprit().ifPresent(culprit -> print("To blame", culprit.toString()));
    print("Kexts", verdict.identifiers());
    print("Bundles and files", verdict.paths());
    print("Teams", verdict.teamIdentifiers());
    verdict.osReturn().ifPresent(code -> print("Result code of the kernel", code.toString()));
    verdict.kmErrorCode().ifPresent(code -> print("Code of KMErrorDomain", Integer.toString(code)));
    print("Codes about the signature", verdict.signatureErrors());
    print("Symbols", verdict.symbols());
    verdict
        .holders()
        .forEach(
            holder -> print("Held by", holder.instances() + " of class " + holder.className()));
    verdict.facts().forEach(fact -> print(fact.name(), fact.value().toString()));
    RemedyText.print(explanation.remedies(), explanation.release(), console);
    printEvidence();
  }

  private String noText() {
    Legibility legibility = explanation.legibility();
    return "This is no text: of its first %d characters %d are control characters or no UTF-8."
        .formatted(legibility.characters(), legibility.strange());
  }

  private static String sentence(Category category) {
    return switch (category) {
      case OK_LOADED -> "It was loaded, or was loaded already.";
      case OK_UNLOADED -> "It was unloaded.";
      case OK_VALID -> "A test says that it could be loaded; nothing was loaded.";
      case WARNING_ONLY -> "It sounds like a failure, and says itself that it is allowed.";
      case STATUS -> "It answers a question; nothing was changed or refused.";
      default -> category.reason().map(Reason::meaning).orElse("");
    };
  }

  private void print(String what, Collection<?> values) {
    if (!values.isEmpty()) {
      print(what, values.stream().map(Object::toString).collect(joining(", ")));
    }
  }

  private void print(String what, String said) {
    console.print(INDENT + what + ": " + said);
  }

  private void printEvidence() {
    if (explanation.verdict().evidence().isEmpty()) {
      return;
    }
    console.print(INDENT + "Read from:");
    for (Evidence line : explanation.verdict().evidence()) {
      console.print(INDENT.repeat(2) + line.line() + ": " + line.text());
    }
  }
}
