package io.github.kextmanager.testing.daemon;

import java.nio.file.Path;
import java.util.List;

/**
 * Kexts to load or unload.
 *
 * @param uid the user who asks
 * @param identifiers kexts by their identifiers
 * @param bundles kexts by their bundles, as absolute paths of the Mac
 * @param repositories further folders to look in, as absolute paths of the Mac
 */
public record KmRequest(
    int uid, List<String> identifiers, List<Path> bundles, List<Path> repositories) {
  /** Takes unmodifiable copies of the lists. */
  public KmRequest {
    identifiers = List.copyOf(identifiers);
    bundles = List.copyOf(bundles);
    repositories = List.copyOf(repositories);
  }
}
