package io.github.kextmanager.cli.answer;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;

/**
 * The question which kext stands for a version of an identifier.
 *
 * @param identifier the identifier
 * @param requested the version as it was asked for
 * @param version the same in the grammar of the release
 */
public record VersionQuery(BundleIdentifier identifier, String requested, KextVersion version) {
  void write(KextRepository repository, Json json) {
    json.text("identifier", identifier.value())
        .text("requested", requested)
        .text("compatible", RepositoryJson.path(repository.compatible(identifier, version)))
        .text("exact", RepositoryJson.path(repository.exact(identifier, version)));
  }
}
