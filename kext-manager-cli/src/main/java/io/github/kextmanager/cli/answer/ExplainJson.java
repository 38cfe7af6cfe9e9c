package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.Explanation;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Fact;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.Remedy;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What a text means, in JSON. */
public final class ExplainJson {
  private ExplainJson() {}

  /** Writes the object of one text. */
  public static void write(Source source, Explanation explanation, Console console) {
    Verdict verdict = explanation.verdict();
    console
        .json()
        .text("file", source.name())
        .text("category", verdict.category().name())
        .texts("also", verdict.also().stream().map(Enum::name).toList())
        .texts("identifiers", verdict.identifiers().stream().map(BundleIdentifier::value).toList())
        .text("culprit", verdict.culprit().map(BundleIdentifier::value))
        .text("osReturn", verdict.osReturn().map(OsReturn::toString))
        .number("kmErrorCode", verdict.kmErrorCode())
        .texts(
            "teamIdentifiers",
            verdict.teamIdentifiers().stream().map(TeamIdentifier::value).toList())
        .texts("symbols", verdict.symbols())
        .object("facts", Optional.of(verdict.facts()), ExplainJson::writeFacts)
        .objects("remedies", explanation.remedies(), ExplainJson::writeRemedy)
        .objects("evidence", verdict.evidence(), ExplainJson::writeEvidence)
        .end();
  }

  private static void writeFacts(Json json, List<Fact> facts) {
    facts.forEach(fact -> json.text(fact.name(), fact.value().toString()));
  }

  static void writeRemedy(Json json, Remedy remedy) {
    json.text("actor", remedy.actor().name())
        .text("action", remedy.action())
        .text("command", remedy.command());
  }

  private static void writeEvidence(Json json, Evidence line) {
    json.number("line", line.line()).text("text", line.text());
  }
}
