package io.github.kextmanager.testing.disk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Who owns the files of the Mac, and their modes. Everything belongs to root:wheel and is writable
 * by root alone until told otherwise: who runs the test need not be root.
 */
public final class Ownership {
  private static final int USUAL_MODE = 0755;

  private final Map<Path, Owner> owners = new HashMap<>();
  private final Map<Path, Integer> modes = new HashMap<>();

  /**
   * An owner and a group.
   *
   * @param uid the user
   * @param gid the group
   */
  public record Owner(int uid, int gid) {
    /** root:wheel. */
    public static final Owner ROOT_WHEEL = new Owner(0, 0);
  }

  /** Creates one in which nothing was changed yet. */
  public Ownership() {}

  /**
   * What was changed, as plain data.
   *
   * @return the changes, by path
   */
  public OwnershipState state() {
    return new OwnershipState(
        owners.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                each ->
                    new OwnershipState.Owned(
                        each.getKey(), each.getValue().uid(), each.getValue().gid()))
            .toList(),
        modes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new OwnershipState.Moded(each.getKey(), each.getValue()))
            .toList());
  }

  /**
   * Takes the place of another one.
   *
   * @param state what was changed in the other one
   */
  public void restore(OwnershipState state) {
    owners.clear();
    modes.clear();
    state.owners().forEach(each -> changeOwner(each.path(), new Owner(each.uid(), each.gid())));
    state.modes().forEach(each -> changeMode(each.path(), each.mode()));
  }

  /**
   * Changes the owner of one file or folder, as chown(8) without {@code -R}.
   *
   * @param path an absolute path of the Mac
   * @param owner the owner and group
   */
  public void changeOwner(Path path, Owner owner) {
    owners.put(path.normalize(), owner);
  }

  /**
   * Changes the mode of one file or folder, as chmod(1) without {@code -R}.
   *
   * @param path an absolute path of the Mac
   * @param mode the mode bits
   */
  public void changeMode(Path path, int mode) {
    modes.put(path.normalize(), mode);
  }

  /**
   * The owner of a file or folder.
   *
   * @param path an absolute path of the Mac
   * @return the owner and group
   */
  public Owner owner(Path path) {
    return owners.getOrDefault(path.normalize(), Owner.ROOT_WHEEL);
  }

  /**
   * Whether others than the owner may write to it.
   *
   * @param path an absolute path of the Mac
   * @return true if its group or everybody may
   */
  public boolean isWritableByOthers(Path path) {
    return (mode(path) & 022) != 0;
  }

  /**
   * The mode of a file or folder.
   *
   * @param path an absolute path of the Mac
   * @return the mode bits, without those of the kind of file
   */
  public int mode(Path path) {
    return modes.getOrDefault(path.normalize(), USUAL_MODE);
  }
}
