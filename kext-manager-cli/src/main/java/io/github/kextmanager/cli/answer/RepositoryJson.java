package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was opened, and what an identifier stands for among it: the last object of a check. */
final class RepositoryJson {
  private RepositoryJson() {}

  static void write(KextRepository repository, List<VersionQuery> queries, Json json) {
    List<String> opened = new ArrayList<>();
    repository.kexts().forEach(kext -> opened.add(kext.path().toString()));
    opened.sort(null);
    json.texts("opened", opened);
    json.object("byIdentifier", Optional.of(repository), RepositoryJson::identifiers);
    List<String> messages = new ArrayList<>();
    repository.refusals().forEach(refusal -> messages.addAll(refusal.messages()));
    json.text("scanMessages", EvaluationJson.lines(messages));
    json.objects("queries", queries, (member, query) -> query.write(repository, member));
    json.objects("refused", repository.refusals(), RepositoryJson::refusal);
  }

  private static void identifiers(Json json, KextRepository repository) {
    for (BundleIdentifier identifier : repository.identifiers()) {
      json.object(
          identifier.value(),
          Optional.of(repository.all(identifier)),
          (entry, all) -> {
            entry.text("latest", path(repository.find(identifier)));
            EvaluationJson.paths("all", Optional.of(all), entry);
          });
    }
  }

  private static void refusal(Json json, OpeningRefusal refusal) {
    json.text("path", refusal.path().toString()).text("explanation", refusal.explanation());
  }

  static Optional<String> path(Optional<RepositoryKext> kext) {
    return kext.map(found -> found.path().toString());
  }
}
