package io.github.kextmanager.testing.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies files as they are: links as links, with their modes and times. */
public final class FileCopy {
  private final Disk disk;

  /**
   * Copies on one disk.
   *
   * @param disk the disk
   */
  public FileCopy(Disk disk) {
    this.disk = disk;
  }

  /**
   * Copies one file or link over what is there, or makes one folder where none is.
   *
   * @param from an absolute path of the Mac
   * @param to an absolute path of the Mac; folders that lead to it are made
   * @throws DiskFullException if there is no room
   */
  public void put(Path from, Path to) {
    disk.requireSpace(to);
    try {
      Path source = disk.real(from);
      Path target = disk.real(to);
      Files.createDirectories(target.getParent());
      if (!Files.isDirectory(source, NOFOLLOW_LINKS)) {
        Files.copy(source, target, NOFOLLOW_LINKS, COPY_ATTRIBUTES, REPLACE_EXISTING);
      } else if (!Files.isDirectory(target)) {
        Files.createDirectory(target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives a folder that is filled the mode and the times of another one.
   *
   * @param from an absolute path of the Mac
   * @param to an absolute path of the Mac
   */
  public void finish(Path from, Path to) {
    try {
      Path source = disk.real(from);
      Path target = disk.real(to);
      Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
      Files.setLastModifiedTime(target, Files.getLastModifiedTime(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
