package io.github.kextmanager.bundle;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of kexts on disk, and what Apple's own library found in them in 10.15. */
class BundleConformanceTest {
  private static final String CATALINA = "IOKitUser-1726.140.1";

  /** Apple's library does not look at a longer one at all. */
  private static final int LONGEST_VERSION = 63;

  @TempDir Path root;

  @ParameterizedTest(name = "{0}")
  @MethodSource("repositories")
  void finds_the_bundles_that_apple_finds(RepositoryCase repository) throws IOException {
    write(repository);
    ExtensionFolders.Scan scan = new ExtensionFolders(root, MacOsVersion.parse("10.15.7")).scan();
    Set<String> read = scan.bundles().stream().map(b -> b.path().toString()).collect(toSet());
    Set<String> looked = new HashSet<>(read);
    scan.unreadable().forEach(failure -> looked.add(failure.bundle().toString()));

    repository.answers().stream()
        .filter(answer -> answer.sources().contains(CATALINA) && !answer.died())
        .forEach(
            answer -> {
              // A kext that Apple opens may be invalid; then we may call it unreadable, but see it.
              assertThat(looked).containsAll(answer.opened());
              assertThat(readForKernel(scan))
                  .filteredOn(path -> !path.startsWith("/System/Library/Extensions/System.kext"))
                  .isSubsetOf(answer.opened());
              assertSaysTheSame(scan, answer);
            });
  }

  /** What the kernel's parser refuses, Apple does not open; we read it and say so. */
  private static Set<String> readForKernel(ExtensionFolders.Scan scan) {
    return scan.bundles().stream()
        .filter(bundle -> bundle.kernelRefusal().isEmpty())
        .map(bundle -> bundle.path().toString())
        .collect(toSet());
  }

  private static void assertSaysTheSame(ExtensionFolders.Scan scan, RepositoryCase.Answer answer) {
    Map<String, JsonObject> kexts =
        answer.kexts().stream()
            .collect(toMap(kext -> kext.get("path").getAsString(), kext -> kext));
    for (KextBundle bundle : scan.bundles()) {
      JsonObject apple = kexts.get(bundle.path().toString());
      if (apple != null && apple.has("identifier")) {
        assertThat(bundle.identifier().value()).isEqualTo(apple.get("identifier").getAsString());
        assertThat(printed(bundle)).isEqualTo(apple.get("version").getAsString());
      }
    }
  }

  private static String printed(KextBundle bundle) {
    if (bundle.version().text().length() > LONGEST_VERSION) {
      return PackedVersion.missing(VersionGrammar.MODERN).printed();
    }
    return bundle
        .versionIn(VersionGrammar.MODERN)
        .map(VersionGrammar.MODERN::pack)
        .orElse(PackedVersion.invalid(VersionGrammar.MODERN))
        .printed();
  }

  private void write(RepositoryCase repository) throws IOException {
    for (RepositoryCase.Entry entry : repository.wholeTree()) {
      Path here = root.resolve(entry.path().substring(1));
      if (entry.type().equals("directory")) {
        Files.createDirectories(here);
      } else if (entry.type().equals("symlink")) {
        Files.createSymbolicLink(here, Path.of(entry.target()));
      } else if (entry.path().endsWith(".plist")) {
        Files.write(here, entry.contents());
      }
    }
  }

  static Stream<Named<RepositoryCase>> repositories() {
    return RepositoryCase.all().map(repository -> Named.of(repository.id(), repository));
  }
}
