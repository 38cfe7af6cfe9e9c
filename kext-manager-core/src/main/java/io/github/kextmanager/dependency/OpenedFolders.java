package io.github.kextmanager.dependency;

import io.github.kextmanager.bundle.BundleCandidate;
import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.UnreadableBundleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens what is in folders, on all cores, and puts it into the order in which macOS would come
 * across it.
 */
final class OpenedFolders {
  private OpenedFolders() {}

  static Opening open(BundleOpener opener, List<Path> folders) {
    List<Opening> openings = new ArrayList<>();
    for (Path folder : folders) {
      openings.add(open(opener, folder));
    }
    return Opening.inOrder(openings);
  }

  private static Opening open(BundleOpener opener, Path folder) {
    if (folder.toString().endsWith(".kext") || folder.toString().endsWith(".dext")) {
      return opener.open(opener.named(folder));
    }
    List<BundleCandidate> candidates;
    try {
      candidates = opener.candidatesIn(folder);
    } catch (UnreadableBundleException itIsRefusedAgain) {
      return opener.openFolder(folder);
    }
    return Opening.inOrder(candidates.parallelStream().map(opener::open).toList());
  }
}
