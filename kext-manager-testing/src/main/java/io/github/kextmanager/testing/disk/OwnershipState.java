package io.github.kextmanager.testing.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The owners and modes that were changed, as plain data.
 *
 * @param owners who owns what
 * @param modes the mode of what
 */
public record OwnershipState(List<Owned> owners, List<Moded> modes) {
  /** Nothing was changed. */
  public static final OwnershipState UNCHANGED = new OwnershipState(List.of(), List.of());

  /** Takes unmodifiable copies of the lists. */
  public OwnershipState {
    owners = List.copyOf(owners);
    modes = List.copyOf(modes);
  }

  /**
   * The owner of one file.
   *
   * @param path an absolute path of the Mac
   * @param uid the user
   * @param gid the group
   * @param identity which file it was, if whatever else comes to lie at the path has another owner
   */
  public record Owned(Path path, int uid, int gid, Optional<String> identity) {}

  /**
   * The mode of one file.
   *
   * @param path an absolute path of the Mac
   * @param mode the mode bits
   */
  public record Moded(Path path, int mode) {}
}
