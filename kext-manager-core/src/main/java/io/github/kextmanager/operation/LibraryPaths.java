package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.lifecycle.LoadRequest;
import java.nio.file.Path;

/**
 * Where a request says that libraries may be. These paths reach a tool that runs as root, so they
 * are followed to what they mean now, and that is what the tool is given.
 */
final class LibraryPaths {
  private LibraryPaths() {}

  /**
   * The same request with the paths to which its paths of libraries lead.
   *
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if a library or a folder is not
   *     there
   */
  static LoadRequest resolved(LoadRequest request, Path root) {
    var reader = new KextBundleReader(root);
    return new LoadRequest(
        request.targets(),
        request.dependencies().stream().map(library -> reader.read(library).path()).toList(),
        request.repositories().stream().map(reader::folder).toList());
  }
}
