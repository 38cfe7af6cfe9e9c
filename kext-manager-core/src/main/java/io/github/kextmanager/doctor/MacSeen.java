package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.panic.PanicReports;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a Mac at one moment.
 *
 * @param target the rules by which bundles are judged
 * @param root the folder below which its files are
 * @param presence whether it is the Mac itself that is looked at
 * @param facts what it is
 * @param loaded what its kernel runs
 * @param repository the bundles in its folders for extensions, and the one named
 * @param panics the reports of panics
 * @param journal what this library has noted, if a journal is kept
 */
record MacSeen(
    TargetMac target,
    Path root,
    Presence presence,
    HostFacts facts,
    HostFact<KextSnapshot> loaded,
    KextRepository repository,
    HostFact<PanicReports.Search> panics,
    HostFact<JournalReading> journal) {
  static final MacOsVersion MAVERICKS = new MacOsVersion(10, 9, 0);
  static final MacOsVersion YOSEMITE = new MacOsVersion(10, 10, 0);
  static final MacOsVersion EL_CAPITAN = new MacOsVersion(10, 11, 0);
  static final MacOsVersion HIGH_SIERRA = new MacOsVersion(10, 13, 0);

  /** Whether the Mac is there. */
  enum Presence {
    THE_MAC_ITSELF,
    FILES_ALONE
  }

  boolean isAtLeast(MacOsVersion release) {
    return target.release().isAtLeast(release);
  }

  boolean hasCollections() {
    return isAtLeast(MacOsVersion.BIG_SUR);
  }

  boolean isThere() {
    return presence == Presence.THE_MAC_ITSELF;
  }

  Optional<LoadedKext> loaded(BundleIdentifier identifier) {
    return loaded.value().flatMap(snapshot -> snapshot.find(identifier));
  }

  /** Whether a kext comes with macOS, by the folder in which it lies. */
  static boolean isOfMacOs(RepositoryKext kext) {
    return isOfMacOs(kext.path());
  }

  /**
   * Whether nobody but Apple can have put something where it lies. Up to 10.10 vendors install in
   * the folder of macOS, too; since then System Integrity Protection guards it.
   */
  boolean isOfAppleAlone(Path path) {
    return isAtLeast(EL_CAPITAN) && isOfMacOs(path);
  }

  static boolean isOfMacOs(Path path) {
    return path.startsWith("/System/Library") || path.startsWith("/Library/Apple/System/Library");
  }

  /** The same Mac with other bundles. */
  MacSeen seeing(Opening bundles, Ownership ownership) {
    return new MacSeen(
        target,
        root,
        presence,
        facts,
        loaded,
        KextRepository.of(bundles, root, target, ownership),
        panics,
        journal);
  }

  /** All that is in its folders for extensions. */
  static Opening folders(Path root, TargetMac target) {
    var opener = new BundleOpener(root, target);
    List<Opening> folders =
        ExtensionFolders.of(target.release()).stream().map(opener::openFolder).toList();
    return Opening.inOrder(folders);
  }
}
