package io.github.kextmanager.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Whose the files of a journal are, and who may use them. What root writes for somebody, with sudo,
 * must stay theirs, or they could not write their journal any more.
 *
 * @param owner the user
 * @param group the group
 * @param mode who may read and write
 */
record Ownership(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> mode) {
  private static final Set<PosixFilePermission> FOR_FILES =
      PosixFilePermissions.fromString("rw-r--r--");

  /** Those of a journal or, where there is none yet, the owner of the folder for it. */
  static Ownership of(Path journal) throws IOException {
    if (Files.exists(journal, LinkOption.NOFOLLOW_LINKS)) {
      PosixFileAttributes is = view(journal).readAttributes();
      return new Ownership(is.owner(), is.group(), is.permissions());
    }
    return ofFolder(folderOf(journal));
  }

  /** The folder in which a file lies. */
  static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  private static Ownership ofFolder(Path folder) throws IOException {
    PosixFileAttributes is = Files.readAttributes(folder, PosixFileAttributes.class);
    return new Ownership(is.owner(), is.group(), FOR_FILES);
  }

  /** Makes a folder and those above it, each for the owner of the one in which it lies. */
  static void createFolder(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
      missing.push(each);
    }
    Files.createDirectories(folder);
    for (Path made : missing) {
      PosixFileAttributes is = view(made).readAttributes();
      if (is.isDirectory()) {
        ofFolder(folderOf(made)).give(made, is);
      }
    }
  }

  /**
   * Makes a new file like the others. Only root can give it away, and nobody else needs to: a file
   * is its maker's. No link is followed, and nothing is given away that has a second name, so that
   * the owner of the folder cannot put the name of a file of root's there.
   */
  void take(Path made) throws IOException {
    PosixFileAttributeView view = view(made);
    PosixFileAttributes is = view.readAttributes();
    if (!is.isRegularFile() || !isOfOneName(made)) {
      return;
    }
    if (!is.permissions().equals(mode)) {
      view.setPermissions(mode);
    }
    give(made, is);
  }

  private void give(Path made, PosixFileAttributes is) throws IOException {
    if (is.owner().getName().equals("root") && !is.owner().equals(owner)) {
      view(made).setGroup(group);
      view(made).setOwner(owner);
    }
  }

  private static boolean isOfOneName(Path file) throws IOException {
    return Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS).equals(1);
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
