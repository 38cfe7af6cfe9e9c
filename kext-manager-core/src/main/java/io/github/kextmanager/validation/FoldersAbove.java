package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.RootedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders above a file, in which somebody may put another file in its place. macOS does not
 * look at them when it loads a kext.
 *
 * <p>Access control lists are not looked at: Java shows none of macOS.
 *
 * <p>Immutable; thread-safe if its ownership is.
 */
public final class FoldersAbove {
  private static final int STICKY = 01000;
  private static final int WRITABLE_BY_GROUP_OR_OTHERS = 0022;

  private final RootedFiles files;
  private final Ownership ownership;

  /**
   * The folders of a Mac.
   *
   * @param root the folder below which its files are
   * @param ownership who owns them
   */
  public FoldersAbove(Path root, Ownership ownership) {
    this.files = new RootedFiles(root);
    this.ownership = ownership;
  }

  /**
   * A folder that others than root may change.
   *
   * @param folder its path as seen on the Mac
   * @param because who may, or why that could not be found out
   */
  public record Unsafe(Path folder, String because) {}

  /**
   * Looks at all folders above a file. In a folder that is sticky nobody can rename what is root's,
   * so that may be written by all (sticky(7)).
   *
   * @param file its path as seen on the Mac, without links
   * @return those that others than root may change, from the root down
   */
  public List<Unsafe> unsafe(Path file) {
    List<Unsafe> unsafe = new ArrayList<>();
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      look(folder, unsafe);
    }
    return List.copyOf(unsafe);
  }

  private void look(Path folder, List<Unsafe> unsafe) {
    try {
      OwnerAndMode owner = ownership.of(folder, FileStatus.of(files.here(folder)).owner());
      if (owner.user() != 0) {
        unsafe.add(
            0, new Unsafe(folder, "It belongs to user %d, not to root.".formatted(owner.user())));
      } else if ((owner.mode() & WRITABLE_BY_GROUP_OR_OTHERS) != 0
          && (owner.mode() & STICKY) == 0) {
        unsafe.add(0, new Unsafe(folder, "Others than root may write there: %s.".formatted(owner)));
      }
    } catch (IOException failure) {
      unsafe.add(0, new Unsafe(folder, "It could not be looked at: %s.".formatted(failure)));
    }
  }
}
