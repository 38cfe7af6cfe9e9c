package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a path that somebody named before anything is done with it (kext_tools,
 * kext_tools_util.c: {@code checkPath}).
 *
 * @param disk the disk
 * @param invocation how the tool was called
 * @param log where it says what is wrong
 */
record PathCheck(Disk disk, Invocation invocation, ToolLog log) {
  private static final String KEXT = ".kext";
  private static final int WRITABLE_BY_OWNER = 0200;
  private static final int WRITABLE_BY_OTHERS = 0002;

  /** Returns a status: a bundle has the name of one, and is a folder. */
  int bundle(String word) {
    String name = word.replaceAll("/+$", "");
    if (!name.endsWith(KEXT) || name.length() == KEXT.length()) {
      log.error("%s not of type 'kext'.".formatted(word));
      return ExitStatus.USAGE;
    }
    return folder(word);
  }

  /** Returns a status: a folder is one. */
  int folder(String word) {
    try {
      RootedFiles.Found found = find(word);
      if (!found.attributes().isDirectory()) {
        log.error("%s is not a directory.".formatted(word));
        return ExitStatus.NO_INPUT;
      }
      return ExitStatus.OK;
    } catch (IOException failure) {
      log.error("Can't stat %s - %s.".formatted(word, reason(word, failure)));
      return ExitStatus.NO_INPUT;
    }
  }

  /** Returns a status: a folder is one, and the user can write to it. */
  int writableFolder(String word) {
    int status = folder(word);
    if (status == ExitStatus.OK && !isWritable(word)) {
      log.error("%s is not writable.".formatted(word));
      return ExitStatus.NO_PERMISSION;
    }
    return status;
  }

  /** Why there is nothing at a path, in the words of the system; empty if there is something. */
  Optional<String> missing(String word) {
    try {
      find(word);
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(reason(word, failure));
    }
  }

  /** Whether the user can write to what is there. */
  boolean isWritable(String word) {
    if (invocation.isRoot()) {
      return true;
    }
    try {
      Path path = find(word).path();
      Owner owner = disk.ownership().owner(path);
      int bit = owner.uid() == invocation.uid() ? WRITABLE_BY_OWNER : WRITABLE_BY_OTHERS;
      return (disk.ownership().mode(path) & bit) != 0;
    } catch (IOException failure) {
      return false;
    }
  }

  private RootedFiles.Found find(String word) throws IOException {
    if (word.isEmpty()) {
      throw new NoSuchFileException(word);
    }
    Path path = invocation.absolute(word);
    return new RootedFiles(disk.root()).find(path.getRoot(), path);
  }

  /**
   * Newer Java says of what is below a file that it is not there; the system tells the two apart.
   */
  private boolean isBelowFile(String word) {
    @Nullable Path above = word.isEmpty() ? null : invocation.absolute(word).getParent();
    while (above != null) {
      try {
        return !find(above.toString()).attributes().isDirectory();
      } catch (IOException notThereEither) {
        above = above.getParent();
      }
    }
    return false;
  }

  private String reason(String word, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return isBelowFile(word) ? "Not a directory" : "No such file or directory";
    }
    if (failure instanceof FileSystemLoopException) {
      return "Too many levels of symbolic links";
    }
    return failure instanceof FileSystemException other && other.getReason() != null
        ? other.getReason()
        : "Input/output error";
  }
}
