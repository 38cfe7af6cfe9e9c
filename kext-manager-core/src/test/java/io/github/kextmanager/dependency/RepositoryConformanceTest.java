package io.github.kextmanager.dependency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.PersonalitiesAsSent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories on disk, and what Apple's own library made of them in three releases. */
class RepositoryConformanceTest {
  private static final Map<String, MacOsVersion> RELEASES =
      Map.of(
          "IOKitUser-755.24.1", new MacOsVersion(10, 8, 0),
          "IOKitUser-1445.71.1", new MacOsVersion(10, 13, 0),
          "IOKitUser-1726.140.1", new MacOsVersion(10, 15, 0));

  @TempDir Path folder;

  @Test
  void says_what_apple_says() throws IOException {
    List<String> differences = new ArrayList<>();
    int cases = 0;
    int agreeing = 0;
    int members = 0;
    for (RepositoryCase repository : trusted()) {
      RepositoryComparison comparison = compare(repository);
      cases++;
      agreeing += comparison.differences().isEmpty() ? 1 : 0;
      members += comparison.members();
      comparison
          .differences()
          .forEach(difference -> differences.add(repository.id() + " " + difference));
    }
    System.out.printf(
        "repositories: %d of %d cases agree (%d members)%n", agreeing, cases, members);

    assertThat(differences).isEmpty();
  }

  private static List<RepositoryCase> trusted() {
    return RepositoryCase.all()
        .filter(repository -> repository.json().get("trust").getAsString().equals("high"))
        .toList();
  }

  private RepositoryComparison compare(RepositoryCase repository) throws IOException {
    Path root = folder.resolve(repository.id());
    var disk = new CaseOnDisk(repository, root);
    var comparison = new RepositoryComparison(repository);
    for (RepositoryCase.Answer answer : repository.answers()) {
      assertThat(answer.died()).as("only cases that are not trusted died").isFalse();
      for (String source : answer.sources()) {
        TargetMac mac = mac(repository, source);
        comparison.compare(
            source,
            answer,
            KextRepository.open(root, folders(repository), mac, disk),
            new PersonalitiesAsSent(root, mac));
      }
    }
    return comparison;
  }

  private static TargetMac mac(RepositoryCase repository, String source) {
    JsonObject arguments = repository.json().getAsJsonObject("arguments");
    return new TargetMac(
        requireNonNull(RELEASES.get(source)),
        new Architecture(arguments.get("architecture").getAsString()),
        arguments.get("simulatedSafeBoot").getAsBoolean() ? BootMode.SAFE : BootMode.NORMAL);
  }

  private static List<Path> folders(RepositoryCase repository) {
    List<Path> folders = new ArrayList<>();
    repository
        .json()
        .getAsJsonObject("arguments")
        .getAsJsonArray("scanFolders")
        .forEach(folder -> folders.add(Path.of(folder.getAsString())));
    return folders;
  }
}
