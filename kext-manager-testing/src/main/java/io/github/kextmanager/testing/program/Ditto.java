package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.DiskFullException;
import io.github.kextmanager.testing.disk.FileCopy;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code /usr/bin/ditto}, as far as it copies files and folders: what is in a folder is put into
 * the other one, links are kept, modes and times too, and owners if root copies (ditto(1)).
 *
 * <p>{@code -v} and {@code -V} are taken and say nothing, as do {@code -X} and what is about
 * resources and extended attributes, which these files have not.
 */
public final class Ditto implements Program {
  private static final int EVERYBODY_MAY_WRITE = 02;
  private static final List<String> WITHOUT_MEANING =
      List.of(
          "-v",
          "-V",
          "-X",
          "--rsrc",
          "--norsrc",
          "--extattr",
          "--noextattr",
          "--qtn",
          "--noqtn",
          "--acl",
          "--noacl",
          "--nocache");

  private final Disk disk;
  private final FileCopy files;

  /**
   * The program.
   *
   * @param disk the files of the Mac
   */
  public Ditto(Disk disk) {
    this.disk = disk;
    this.files = new FileCopy(disk);
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    int first = 0;
    while (first < words.size() && words.get(first).startsWith("-")) {
      String option = words.get(first++);
      if (!WITHOUT_MEANING.contains(option)) {
        invocation
            .stderr()
            .println("ditto: the simulated Mac does not know the option %s".formatted(option));
        return 1;
      }
    }
    if (words.size() - first < 2) {
      invocation.stderr().println("Usage: ditto [ <options> ] src [ ... src ] dst");
      return 1;
    }
    Path target = invocation.absolute(words.get(words.size() - 1));
    var copy = new Copy(invocation);
    for (String source : words.subList(first, words.size() - 1)) {
      copy.start(source, target);
    }
    return copy.status;
  }

  private final class Copy {
    private final Invocation invocation;
    private int status = ExitStatus.OK;

    Copy(Invocation invocation) {
      this.invocation = invocation;
    }

    void start(String word, Path target) {
      Path source = invocation.absolute(word);
      if (!disk.exists(source)) {
        invocation
            .stderr()
            .println("ditto: Cannot get the real path for source '%s'".formatted(word));
        status = 1;
        return;
      }
      boolean intoFolder = !disk.isFolder(source) && disk.isFolder(target);
      put(source, intoFolder ? target.resolve(source.getFileName()) : target);
    }

    private void put(Path source, Path target) {
      try {
        if (!mayWrite(target)) {
          complain(target, "Permission denied");
        } else {
          files.put(source, target);
          keepOwner(source, target);
        }
        if (disk.isFolder(source) && !disk.isLink(source)) {
          fill(source, target);
        }
      } catch (DiskFullException e) {
        complain(target, "No space left on device");
      } catch (UncheckedIOException e) {
        boolean denied = e.getCause() instanceof AccessDeniedException;
        complain(target, denied ? "Permission denied" : String.valueOf(e.getMessage()));
      }
    }

    private void fill(Path source, Path target) {
      for (Path entry : disk.list(source)) {
        put(entry, target.resolve(entry.getFileName()));
      }
      if (disk.exists(target)) {
        files.finish(source, target);
      }
    }

    private void complain(Path target, String reason) {
      invocation.stderr().println("ditto: %s: %s".formatted(target, reason));
      status = 1;
    }

    /** Users who are not root change what is theirs, or everybody's. */
    private boolean mayWrite(Path target) {
      if (invocation.isRoot() || !disk.isOwn(target)) {
        return true;
      }
      Path present = target;
      while (!disk.exists(present) && present.getParent() != null) {
        present = present.getParent();
      }
      return disk.ownership().owner(present).uid() == invocation.uid()
          || (disk.ownership().mode(present) & EVERYBODY_MAY_WRITE) != 0;
    }

    private void keepOwner(Path source, Path target) {
      Owner owner = disk.ownership().owner(source);
      if (invocation.isRoot() && !disk.ownership().owner(target).equals(owner)) {
        disk.ownership().changeOwner(target, owner);
      }
    }
  }
}
