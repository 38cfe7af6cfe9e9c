package io.github.kextmanager.testing.daemon;

import java.nio.file.Path;
import java.util.List;

/**
 * A kext to load.
 *
 * @param uid the user who asks
 * @param target which kext
 * @param dependencies bundles that may be needed, as absolute paths of the Mac
 * @param repositories folders in which to look for what is needed, as absolute paths of the Mac
 */
public record KextLoadRequest(
    int uid, Target target, List<Path> dependencies, List<Path> repositories) {
  /** How a kext is named. */
  public sealed interface Target {}

  /**
   * By its identifier.
   *
   * @param identifier the bundle identifier
   */
  public record ByIdentifier(String identifier) implements Target {}

  /**
   * By its bundle.
   *
   * @param bundle an absolute path of the Mac
   */
  public record ByPath(Path bundle) implements Target {}

  /** Takes unmodifiable copies of the lists. */
  public KextLoadRequest {
    dependencies = List.copyOf(dependencies);
    repositories = List.copyOf(repositories);
  }
}
