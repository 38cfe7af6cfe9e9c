package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kexts of a Mac that are not Apple's, by their identifiers: in the folders for extensions, and
 * in the kernel.
 *
 * <p>Before 10.9 there was no other folder than Apple's own, and before 10.11 nothing kept others
 * out of it; from then on what lies there comes with macOS, whatever its name.
 */
final class KextsOfOthers {
  private final MacSeen mac;
  private final Opening folders;

  KextsOfOthers(MacSeen mac, Opening folders) {
    this.mac = mac;
    this.folders = folders;
  }

  /** Those that could be opened, in the order of the folders, then those that are only loaded. */
  Set<BundleIdentifier> identifiers() {
    Set<BundleIdentifier> identifiers = new LinkedHashSet<>();
    onDisk().map(RepositoryKext::identifier).forEach(identifiers::add);
    loaded().forEach(identifiers::add);
    return identifiers;
  }

  /** What lies where others put their kexts and is none, or cannot be looked at. */
  List<OpeningRefusal> refusals() {
    return folders.refusals().stream().filter(refusal -> isForOthers(refusal.path())).toList();
  }

  /** Where they were looked for. */
  List<SearchedPlace> places() {
    List<SearchedPlace> places = new ArrayList<>();
    ExtensionFolders.of(mac.target().release()).stream()
        .filter(this::isForOthers)
        .map(this::place)
        .forEach(places::add);
    HostFact<KextSnapshot> table = mac.loaded();
    places.add(
        new SearchedPlace(
            table.asked(),
            (int) loaded().count(),
            table instanceof HostFact.NotKnown<?> unknown
                ? Optional.of(unknown.because())
                : Optional.empty()));
    return places;
  }

  private SearchedPlace place(Path folder) {
    int found = (int) onDisk().filter(kext -> kext.path().startsWith(folder)).count();
    return new SearchedPlace(folder.toString(), found, problem(folder));
  }

  private Optional<String> problem(Path folder) {
    Optional<String> refused =
        folders.refusals().stream()
            .filter(refusal -> refusal.path().equals(folder))
            .map(OpeningRefusal::explanation)
            .findFirst();
    boolean isThere = Files.exists(new RootedFiles(mac.root()).here(folder));
    return refused.or(() -> isThere ? Optional.empty() : Optional.of("There is no such folder."));
  }

  private Stream<RepositoryKext> onDisk() {
    return mac.repository().kexts().stream()
        .filter(kext -> isForOthers(kext.path()) && !isOfApple(kext.identifier()))
        .filter(kext -> !kext.facts().isDriverExtension());
  }

  private Stream<BundleIdentifier> loaded() {
    return mac.loaded().value().map(KextSnapshot::kexts).orElse(List.of()).stream()
        .map(LoadedKext::identifier)
        .filter(identifier -> !isOfApple(identifier));
  }

  private boolean isForOthers(Path path) {
    return !mac.isOfAppleAlone(path);
  }

  static boolean isOfApple(BundleIdentifier identifier) {
    return identifier.value().startsWith("com.apple.");
  }
}
