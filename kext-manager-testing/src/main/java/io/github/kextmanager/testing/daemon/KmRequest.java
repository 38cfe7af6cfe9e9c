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
 * @param approval whether the approval of a person is looked at
 */
public record KmRequest(
    int uid,
    List<String> identifiers,
    List<Path> bundles,
    List<Path> repositories,
    Approval approval) {

  /** Whether the approval of a person is looked at when a kext is asked for. */
  public enum Approval {
    /** It is. */
    REQUIRED,
    /** It is left to the next start of the Mac: {@code -z}. */
    SKIPPED
  }

  /** Takes unmodifiable copies of the lists. */
  public KmRequest {
    identifiers = List.copyOf(identifiers);
    bundles = List.copyOf(bundles);
    repositories = List.copyOf(repositories);
  }

  /**
   * A request that needs approval.
   *
   * @param uid the user who asks
   * @param identifiers kexts by their identifiers
   * @param bundles kexts by their bundles, as absolute paths of the Mac
   * @param repositories further folders to look in, as absolute paths of the Mac
   */
  public KmRequest(int uid, List<String> identifiers, List<Path> bundles, List<Path> repositories) {
    this(uid, identifiers, bundles, repositories, Approval.REQUIRED);
  }
}
