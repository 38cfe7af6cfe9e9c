package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the kexts that the kernel holds. */
final class LoadedKexts {
  private final Map<BundleIdentifier, LoadedKext> kexts = new HashMap<>();
  private final VersionGrammar grammar;

  private LoadedKexts(VersionGrammar grammar) {
    this.grammar = grammar;
  }

  /** Nobody has asked the kernel. */
  static LoadedKexts unknown(VersionGrammar grammar) {
    return new LoadedKexts(grammar);
  }

  static LoadedKexts of(KextSnapshot snapshot, VersionGrammar grammar) {
    var loaded = new LoadedKexts(grammar);
    snapshot.kexts().forEach(kext -> loaded.kexts.putIfAbsent(kext.identifier(), kext));
    return loaded;
  }

  Optional<LoadedKext> find(BundleIdentifier identifier) {
    return Optional.ofNullable(kexts.get(identifier));
  }

  /**
   * How a bundle compares with what is loaded (IOKitUser, OSKext.c). A snapshot without the UUID,
   * which not every kextstat prints, says nothing about it.
   */
  LoadedState state(RepositoryKext kext) {
    LoadedKext loaded = kexts.get(kext.identifier());
    if (loaded == null) {
      return LoadedState.NOT_LOADED;
    }
    if (!isVersionOf(kext, loaded)) {
      return LoadedState.OTHER_VERSION;
    }
    boolean sameCode = loaded.uuid().isEmpty() || loaded.uuid().equals(kext.executable().uuid());
    return sameCode ? LoadedState.LOADED : LoadedState.OTHER_UUID;
  }

  private boolean isVersionOf(RepositoryKext kext, LoadedKext loaded) {
    PackedVersion version =
        loaded
            .version()
            .in(grammar)
            .map(grammar::pack)
            .orElseGet(() -> PackedVersion.invalid(grammar));
    return version.equals(kext.version());
  }
}
