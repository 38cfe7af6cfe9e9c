package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.tool.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kext that is to be loaded, and what its bundle says.
 *
 * @param target how it was named
 * @param identifier its identifier
 * @param bundle its bundle, if it was named by path
 */
record WantedKext(
    LoadRequest.Target target, BundleIdentifier identifier, Optional<KextBundle> bundle) {

  static List<WantedKext> of(LoadRequest request, Path root) {
    var reader = new KextBundleReader(root);
    return request.targets().stream().map(target -> of(target, reader)).toList();
  }

  private static WantedKext of(LoadRequest.Target target, KextBundleReader reader) {
    if (target instanceof LoadRequest.Target.Identified identified) {
      BundleIdentifier identifier = BundleIdentifier.of(identified.identifier().value());
      return new WantedKext(target, identifier, Optional.empty());
    }
    KextBundle bundle = reader.read(((LoadRequest.Target.Located) target).bundle());
    return new WantedKext(target, bundle.identifier(), Optional.of(bundle));
  }

  /** The path that reaches the tool: links resolved, as it was when the bundle was read. */
  Optional<Path> located() {
    return bundle.map(KextBundle::path);
  }

  /**
   * Whether it has no code, so that the kernel never lists it. One that was named by identifier has
   * none if none of the bundles has that macOS could have chosen.
   */
  boolean isCodeless(Path root, MacOsVersion release) {
    List<KextBundle> candidates =
        bundle.map(List::of).orElseGet(() -> new ExtensionFolders(root, release).find(identifier));
    return !candidates.isEmpty() && candidates.stream().allMatch(KextBundle::isCodeless);
  }

  /** The names under which a tool may speak of it. */
  Subject subject() {
    return new Subject(identifier, located());
  }

  /** The kext as it is remembered. */
  AskedKext asked(Path root, MacOsVersion release) {
    return new AskedKext(
        identifier,
        version(),
        bundle.map(kext -> BuildComparison.onDisk(kext, root, release)).orElse(Set.of()),
        located());
  }

  Optional<ReportedVersion> version() {
    return bundle.map(KextBundle::version);
  }

  /** Whether what is loaded has the version that is wanted; true if any will do. */
  boolean isSameVersion(LoadedKext loaded, MacOsVersion release) {
    return version()
        .map(wanted -> loaded.version().isThatOf(wanted, VersionGrammar.of(release)))
        .orElse(true);
  }
}
