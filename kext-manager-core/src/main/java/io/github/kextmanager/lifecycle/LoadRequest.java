package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which kexts to load, and where to look for what they need.
 *
 * <p>Immutable. However many kexts it names, one command loads them: on macOS 11 and later several
 * commands would mean several prompts and several restarts (Apple, "Installing a custom kernel
 * extension").
 *
 * @param targets the kexts, in order
 * @param dependencies paths of kexts that may be used as libraries. From macOS 11 the tool loads
 *     them as if they were targets
 * @param repositories paths of folders to search for libraries
 */
public record LoadRequest(List<Target> targets, List<Path> dependencies, List<Path> repositories) {
  /** A kext to load. */
  public sealed interface Target {
    /**
     * By bundle identifier: macOS chooses the bundle.
     *
     * @param identifier the identifier
     */
    record Identified(BundleIdentifier identifier) implements Target {}

    /**
     * By path: this bundle and no other.
     *
     * @param bundle the absolute path of the bundle, as seen on the Mac
     */
    record Located(Path bundle) implements Target {}
  }

  /**
   * Checks and takes unmodifiable copies of the lists.
   *
   * @throws IllegalArgumentException if there is no target
   */
  public LoadRequest {
    targets = List.copyOf(targets);
    dependencies = List.copyOf(dependencies);
    repositories = List.copyOf(repositories);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("A request to load must name a kext.");
    }
  }

  /**
   * A request for kexts by their identifiers.
   *
   * @param identifiers the identifiers, at least one
   * @return the request
   */
  public static LoadRequest of(BundleIdentifier... identifiers) {
    return new LoadRequest(
        List.of(identifiers).stream().<Target>map(Target.Identified::new).toList(),
        List.of(),
        List.of());
  }

  /**
   * A request for kexts by their paths.
   *
   * @param bundles absolute paths of bundles as seen on the Mac, at least one
   * @return the request
   */
  public static LoadRequest of(Path... bundles) {
    return new LoadRequest(
        List.of(bundles).stream().<Target>map(Target.Located::new).toList(), List.of(), List.of());
  }

  /**
   * The same request with one more target.
   *
   * @param target the kext
   * @return the request
   */
  public LoadRequest and(Target target) {
    return new LoadRequest(with(targets, target), dependencies, repositories);
  }

  /**
   * The same request with one more kext that may be used as a library.
   *
   * @param bundle its absolute path as seen on the Mac
   * @return the request
   */
  public LoadRequest withDependency(Path bundle) {
    return new LoadRequest(targets, with(dependencies, bundle), repositories);
  }

  /**
   * The same request with one more folder to search for libraries.
   *
   * @param folder its absolute path as seen on the Mac
   * @return the request
   */
  public LoadRequest withRepository(Path folder) {
    return new LoadRequest(targets, dependencies, with(repositories, folder));
  }

  private static <T> List<T> with(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
