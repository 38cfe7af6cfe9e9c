package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.BundleCandidate;
import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kexts that a tool opens, in its order (IOKitUser, OSKext.c, {@code
 * OSKextCreateKextsFromURLs}). Of what is none the log tells, each time that it is tried.
 */
final class OpenedKexts {
  private final Disk disk;
  private final TargetMac target;
  private final BundleOpener opener;
  private final LogSink log;
  private final List<Opening> openings = new ArrayList<>();

  OpenedKexts(Disk disk, TargetMac target, LogSink log) {
    this.disk = disk;
    this.target = target;
    this.opener = new BundleOpener(disk.root(), target);
    this.log = log;
  }

  /** Opens what is in a folder; one that is missing holds nothing. */
  void scan(Path folder) {
    add(opener.openFolder(folder));
  }

  /**
   * Opens what somebody named: a kext by its name, or else what is in a folder.
   *
   * @param path where it is
   * @param word how it was named
   */
  void openNamed(Path path, String word) {
    if (isKextName(path)) {
      add(opener.open(new BundleCandidate(path, withoutSlashes(word))));
      return;
    }
    if (!disk.isFolder(path)) {
      log.log(LogMessage.error("%s - no such file or directory.".formatted(path)));
    }
    scan(path);
  }

  /**
   * Opens a kext that somebody named, without its plug-ins. One that is open already stays as it
   * is.
   *
   * @param path where it is
   * @param word how it was named
   */
  void openAlone(Path path, String word) {
    if (openings.stream().noneMatch(opening -> holds(opening, path))) {
      add(opener.openAlone(new BundleCandidate(path, withoutSlashes(word))));
    }
  }

  private boolean holds(Opening opening, Path path) {
    Path location = location(path);
    return opening.bundles().stream().anyMatch(bundle -> bundle.location().equals(location));
  }

  /** The path by which a release knows what is at a path. */
  private Path location(Path path) {
    return target.release().isAtLeast(Releases.REAL_PATHS)
        ? disk.realPath(path).orElse(path)
        : path;
  }

  /** The kext of a repository of these that is at a path. */
  Optional<RepositoryKext> find(Path path, KextRepository repository) {
    Path location = location(path);
    return repository.kexts().stream().filter(kext -> kext.path().equals(location)).findFirst();
  }

  /** All that is a kext. */
  KextRepository repository() {
    return KextRepository.of(
        Opening.inOrder(openings), disk.root(), target, new DiskOwnership(disk));
  }

  private void add(Opening opening) {
    openings.add(opening);
    opening.refusals().stream()
        .map(OpeningRefusal::messages)
        .flatMap(List::stream)
        .map(LogMessage::error)
        .forEach(log::log);
  }

  private static boolean isKextName(Path path) {
    return path.toString().endsWith(".kext") || path.toString().endsWith(".dext");
  }

  private static String withoutSlashes(String word) {
    String bare = word;
    while (bare.length() > 1 && bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare;
  }
}
