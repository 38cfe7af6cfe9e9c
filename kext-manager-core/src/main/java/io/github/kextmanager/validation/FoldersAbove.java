package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.RootedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Folders without which macOS does not run, so that their names never become free. */
  private static final Set<Path> STAY =
      Set.of(
          Path.of("/Applications"),
          Path.of("/Library"),
          Path.of("/System"),
          Path.of("/Users"),
          Path.of("/private"),
          Path.of("/usr"));

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
   * Looks at all folders above a file. In a folder that is sticky nobody can rename what is root's
   * (sticky(7)), but as soon as it is gone, whoever may write there can make another of that name.
   * So a sticky folder counts too, unless the way leads on to a folder that is always there, such
   * as {@code /Library}.
   *
   * @param file its path as seen on the Mac, without links
   * @return those that others than root may change, from the root down
   */
  public List<Unsafe> unsafe(Path file) {
    List<Unsafe> unsafe = new ArrayList<>();
    for (Path entry = file; entry.getParent() != null; entry = entry.getParent()) {
      look(entry.getParent(), entry, unsafe);
    }
    return List.copyOf(unsafe);
  }

  private void look(Path folder, Path entry, List<Unsafe> unsafe) {
    try {
      OwnerAndMode owner = ownership.of(folder, FileStatus.of(files.here(folder)).owner());
      if (owner.user() != 0) {
        unsafe.add(
            0, new Unsafe(folder, "It belongs to user %d, not to root.".formatted(owner.user())));
      } else if ((owner.mode() & WRITABLE_BY_GROUP_OR_OTHERS) != 0) {
        writable(owner, entry).ifPresent(because -> unsafe.add(0, new Unsafe(folder, because)));
      }
    } catch (IOException failure) {
      unsafe.add(0, new Unsafe(folder, "It could not be looked at: %s.".formatted(failure)));
    }
  }

  private static Optional<String> writable(OwnerAndMode folder, Path entry) {
    if ((folder.mode() & STICKY) == 0) {
      return Optional.of("Others than root may write there: %s.".formatted(folder));
    }
    return STAY.contains(entry)
        ? Optional.empty()
        : Optional.of(
            ("Others than root may write there: %s. It is sticky, so they cannot rename what is"
                    + " root's; but once %s is gone, they can make another of that name.")
                .formatted(folder, entry.getFileName()));
  }
}
