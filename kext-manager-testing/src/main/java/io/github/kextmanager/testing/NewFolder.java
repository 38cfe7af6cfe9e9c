package io.github.kextmanager.testing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a Mac that is to stand on disk, and what every Mac has at its top. */
final class NewFolder {
  private static final List<String> USUAL =
      List.of(
          "Applications",
          "Library/Extensions",
          "Library/Logs/DiagnosticReports",
          "System/Library/Extensions",
          "Users/Shared",
          "Volumes",
          "private/etc",
          "private/tmp",
          "private/var/db",
          "private/var/log",
          "sbin",
          "usr/bin",
          "usr/libexec",
          "usr/sbin");

  private static final List<String> LINKS_TO_PRIVATE = List.of("etc", "tmp", "var");

  private static final Set<PosixFilePermission> OF_FOLDERS =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> OF_FILES =
      PosixFilePermissions.fromString("rw-r--r--");

  private NewFolder() {}

  /** Makes it, with all symbolic links followed. */
  static Path make(Path folder) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            "A Mac is put into a folder that is empty, and %s is none.".formatted(folder));
      }
      Files.createDirectories(folder);
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "A Mac is put into a folder that is empty, and %s is not.".formatted(folder));
        }
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw new OnDiskMacException("The folder %s cannot be made: %s".formatted(folder, e), e);
    }
  }

  /** Adds what every Mac has; whatever the umask, everybody may read it, and its owner write it. */
  static void addUsualFolders(Path folder) {
    try {
      for (String each : USUAL) {
        Files.createDirectories(folder.resolve(each));
      }
      for (String each : LINKS_TO_PRIVATE) {
        Files.createSymbolicLink(folder.resolve(each), Path.of("private", each));
      }
      try (Stream<Path> entries = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) entries::iterator) {
          if (!Files.isSymbolicLink(each)) {
            boolean isFolder = Files.isDirectory(each, NOFOLLOW_LINKS);
            Files.setPosixFilePermissions(each, isFolder ? OF_FOLDERS : OF_FILES);
          }
        }
      }
      Files.setAttribute(folder.resolve("private/tmp"), "unix:mode", 01777);
    } catch (IOException e) {
      throw new OnDiskMacException("The folder %s cannot be filled: %s".formatted(folder, e), e);
    }
  }
}
