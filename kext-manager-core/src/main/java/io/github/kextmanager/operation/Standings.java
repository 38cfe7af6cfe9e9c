package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import io.github.kextmanager.host.Boot;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * How kexts stand of which something was wanted.
 *
 * @param root the folder below which the files of the Mac are
 * @param release its release
 * @param boot this start of it
 * @param snapshot what is loaded
 */
record Standings(Path root, MacOsVersion release, Boot boot, KextSnapshot snapshot) {
  /** Whether what was wanted is there. */
  boolean isDone(AskedKext kext, Aim aim) {
    Optional<LoadedKext> loaded = snapshot.find(kext.identifier());
    return aim == Aim.ABSENT
        ? loaded.isEmpty()
        : loaded.filter(is -> kext.isThatOf(is, VersionGrammar.of(release))).isPresent();
  }

  /** Whether the Mac was restarted since; false also where one of the boot sessions is unknown. */
  boolean isAfter(JournalEntry entry) {
    Optional<UUID> now = boot.session().value();
    return entry.bootSession().isPresent() && now.isPresent() && !entry.bootSession().equals(now);
  }

  /** How a kext stands that is not as was wanted, and whose restart has happened. */
  Standing afterRestart(AskedKext kext, Aim aim) {
    if (aim == Aim.ABSENT) {
      return Standing.DID_NOT_TAKE;
    }
    if (isSafeBoot()) {
      return Standing.STILL_OWED;
    }
    if (!release.isAtLeast(MacOsVersion.BIG_SUR)) {
      return Standing.TRY_AGAIN;
    }
    return hasNoCollection() && !isCodeless(kext) ? Standing.DID_NOT_TAKE : Standing.TRY_AGAIN;
  }

  /** Whether kexts of others are kept out until the Mac is restarted without safe mode. */
  boolean isSafeBoot() {
    return boot.mode().value().filter(BootMode.SAFE::equals).isPresent();
  }

  /** Whether the kernel answered, and was started without a collection of others' kexts. */
  private boolean hasNoCollection() {
    return boot.session().value().isPresent() && boot.auxiliaryCollection().value().isEmpty();
  }

  /**
   * Whether what was asked for is seen to have been deleted, or replaced by another version or
   * build.
   */
  boolean isGone(AskedKext kext) {
    if (kext.bundle().isEmpty()) {
      ExtensionFolders.Scan scan = new ExtensionFolders(root, release).scan();
      return scan.unreadable().isEmpty()
          && scan.bundles().stream()
              .noneMatch(bundle -> bundle.identifier().equals(kext.identifier()));
    }
    try {
      return !isAsked(kext, new KextBundleReader(root).read(kext.bundle().get()));
    } catch (UnreadableBundleException unreadable) {
      return unreadable.fault() == Fault.MISSING || unreadable.fault() == Fault.NOT_A_BUNDLE;
    }
  }

  private boolean isAsked(AskedKext kext, KextBundle bundle) {
    return kext.mayBe(
        new AskedKext(
            bundle.identifier(),
            Optional.of(bundle.version()),
            BuildComparison.onDisk(bundle, root, release),
            Optional.of(bundle.path())));
  }

  /** Whether it has no code, so that no look ever shows it, and no collection need hold it. */
  private boolean isCodeless(AskedKext kext) {
    try {
      return kext.bundle().isPresent()
          && new KextBundleReader(root).read(kext.bundle().get()).isCodeless();
    } catch (UnreadableBundleException unreadable) {
      return false;
    }
  }
}
