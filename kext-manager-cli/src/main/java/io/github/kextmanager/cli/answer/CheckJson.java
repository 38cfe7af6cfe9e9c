package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.validation.PersonalitiesAsSent;
import java.nio.file.Path;
import java.util.List;

/** A check for scripts: an object for each kext, and one for all that was opened. */
final class CheckJson implements CheckReport {
  private final KextRepository repository;
  private final List<VersionQuery> queries;
  private final PersonalitiesAsSent personalities;
  private final EvaluationJson members;

  CheckJson(KextRepository repository, Path root, List<VersionQuery> queries) {
    this.repository = repository;
    this.queries = queries;
    this.personalities = new PersonalitiesAsSent(root, repository.mac());
    this.members = new EvaluationJson(repository.mac().release());
  }

  @Override
  public KextVerdict answer(RepositoryKext kext, Console console) {
    Evaluation evaluation = repository.evaluate(kext);
    List<PlistDict> sent = personalities.of(kext.bundle());
    Json json = console.json();
    members.write(evaluation, sent, json);
    json.end();
    return KextVerdict.of(evaluation);
  }

  /** What is in a folder and is no kext stands in the last object, as macOS logs it. */
  @Override
  public KextVerdict refuse(OpeningRefusal refusal, KextVerdict verdict, Console console) {
    if (verdict == KextVerdict.MISSING) {
      error(refusal.path(), refusal.explanation(), console);
    }
    return verdict;
  }

  @Override
  public KextVerdict fail(RepositoryKext kext, Throwable why, Console console) {
    error(kext.path(), why.toString(), console);
    console.trace(why);
    return KextVerdict.of(why);
  }

  private static void error(Path file, String error, Console console) {
    console.json().text("file", file.toString()).text("error", error).end();
    console.complain("kextm: " + file + ": " + error);
  }

  @Override
  public void end(List<KextVerdict> verdicts, Console console) {
    Json json = console.json();
    RepositoryJson.write(repository, queries, json);
    json.end();
  }
}
