package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.cli.mac.Volume;
import java.util.List;

/** The bundles that words name, each read as a load would read it. */
final class OpenedBundles {
  private OpenedBundles() {}

  /**
   * Reads them.
   *
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if one of them is none
   */
  static List<KextBundle> of(List<String> words, Volume volume) {
    KextBundleReader reader = new KextBundleReader(volume.root());
    return words.stream().map(word -> reader.read(volume.path(word))).toList();
  }
}
