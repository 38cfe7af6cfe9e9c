package io.github.kextmanager.testing.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The files of the Mac, below one folder of the real machine, and perhaps some beside it. */
public final class Disk {
  private final Supplier<Path> root;
  private final Draft draft;
  private final OpenedBundles opened = new OpenedBundles();
  private final FileLookUp files;
  private final StorageOnHost onHost;
  private final Ownership ownership;
  private final Room room;

  /** Whether anything more can be written. */
  public enum Space {
    /** It can. */
    ENOUGH,
    /** It cannot. */
    NONE
  }

  /** How much is left; the same for all who see the disk. */
  private static final class Room {
    private Space left = Space.ENOUGH;
  }

  /**
   * The files below a folder.
   *
   * @param root an existing folder of the real machine, with all symbolic links followed; not asked
   *     for before a file is
   */
  public Disk(Supplier<Path> root) {
    this(root, Draft.none());
  }

  /**
   * Files in memory, until somebody asks for them.
   *
   * @param root the folder of the real machine into which the draft is written when it is asked for
   * @param draft the files until then
   */
  public Disk(Supplier<Path> root, Draft draft) {
    this(root, draft, new FileLookUp(root, HostFiles.HIDDEN), new RecordedOwnership(), new Room());
  }

  private Disk(Supplier<Path> root, Draft draft, FileLookUp files, Ownership ownership, Room room) {
    this.root = root;
    this.draft = draft;
    this.files = files;
    this.onHost = new StorageOnHost(files);
    this.ownership = ownership;
    this.room = room;
  }

  /** A number that changes with every file; none if others can change files too. */
  OptionalLong revision() {
    return draft.holdsFiles() ? OptionalLong.of(draft.revision()) : OptionalLong.empty();
  }

  private Storage storage() {
    return draft.holdsFiles() ? draft : onHost;
  }

  OpenedBundles opened() {
    return opened;
  }

  /**
   * The files below a folder that programs share, with their real modes, and owners that follow
   * from the real ones.
   *
   * @param root an existing folder of the real machine, with all symbolic links followed
   * @param host what is seen of the files beside it
   * @return the disk
   */
  public static Disk shared(Path root, HostFiles host) {
    var files = new FileLookUp(() -> root, host);
    return new Disk(() -> root, Draft.none(), files, new OwnershipOnDisk(files), new Room());
  }

  /**
   * The same disk, as a program sees it that copies files to the Mac.
   *
   * @return the disk, with files beside it if this one is shared
   */
  public Disk forCopying() {
    if (!(ownership instanceof OwnershipOnDisk onDisk)) {
      return this;
    }
    FileLookUp all = files.forCopying();
    return new Disk(root, draft, all, onDisk.under(all), room);
  }

  /**
   * The folder of the real machine that is {@code /} on the Mac.
   *
   * @return the folder
   */
  public Path root() {
    return root.get();
  }

  /**
   * The owners and modes.
   *
   * @return those of this disk
   */
  public Ownership ownership() {
    return ownership;
  }

  /**
   * Changes how much room is left.
   *
   * @param left whether any is
   */
  public void leave(Space left) {
    room.left = left;
  }

  /**
   * Whether nothing more can be written.
   *
   * @return true if there is no room
   */
  public boolean isFull() {
    return room.left == Space.NONE;
  }

  void requireSpace(Path path) {
    if (isFull()) {
      throw new DiskFullException(path);
    }
  }

  /**
   * Where a file of the Mac lies on the real machine. A path cannot lead out of the root.
   *
   * @param path an absolute path of the Mac
   * @return the path on the real machine
   */
  public Path real(Path path) {
    return files.real(path);
  }

  /**
   * Whether a file is one of the Mac's own, or would be.
   *
   * @param path an absolute path of the Mac
   * @return false if it lies beside the Mac
   */
  public boolean isOwn(Path path) {
    return files.isInside(path);
  }

  /**
   * Whether there is anything, be it a link that leads nowhere.
   *
   * @param path an absolute path of the Mac
   * @return true if there is
   */
  public boolean exists(Path path) {
    return storage().exists(path);
  }

  /**
   * Whether there is a symbolic link.
   *
   * @param path an absolute path of the Mac
   * @return true if it is one
   */
  public boolean isLink(Path path) {
    return storage().isLink(path);
  }

  /**
   * Whether there is a folder.
   *
   * @param path an absolute path of the Mac
   * @return true if it is a folder, or a link to one
   */
  public boolean isFolder(Path path) {
    return storage().isFolder(path);
  }

  /**
   * Whether there is a file.
   *
   * @param path an absolute path of the Mac
   * @return true if it is a regular file, or a link to one
   */
  public boolean isFile(Path path) {
    return storage().isFile(path);
  }

  /**
   * What is in a folder.
   *
   * @param folder an absolute path of the Mac
   * @return its entries, case-insensitively by name; none if there is no such folder
   */
  public List<Path> list(Path folder) {
    return storage().list(folder);
  }

  /**
   * The contents of a file.
   *
   * @param file an absolute path of the Mac
   * @return the bytes, or empty if there is no such file
   */
  public Optional<byte[]> read(Path file) {
    return storage().read(file);
  }

  /**
   * Writes a file, and the folders that lead to it.
   *
   * @param file an absolute path of the Mac
   * @param contents the bytes
   * @throws DiskFullException if there is no room
   */
  public void write(Path file, byte[] contents) {
    requireSpace(file);
    storage().write(file, contents);
  }

  /**
   * When a file or a folder was changed last.
   *
   * @param path an absolute path of the Mac
   * @return the time, or empty if there is no such file
   */
  public Optional<Instant> modified(Path path) {
    try {
      return Optional.of(Files.getLastModifiedTime(real(path)).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Says of a file that it was changed at some time.
   *
   * @param path an absolute path of the Mac
   * @param time the time
   */
  public void setModified(Path path, Instant time) {
    try {
      Files.setLastModifiedTime(real(path), FileTime.from(time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes a file, if it is there.
   *
   * @param file an absolute path of the Mac
   */
  public void delete(Path file) {
    storage().delete(file);
  }

  /**
   * Deletes a folder with all that is in it, if it is there.
   *
   * @param folder an absolute path of the Mac
   */
  public void deleteFolder(Path folder) {
    for (Path entry : list(folder)) {
      if (isFolder(entry)) {
        deleteFolder(entry);
      } else {
        delete(entry);
      }
    }
    delete(folder);
  }

  /**
   * Copies a folder with all that is in it, over what lies there.
   *
   * @param from an absolute path of the Mac
   * @param to an absolute path of the Mac
   */
  public void copy(Path from, Path to) {
    makeFolder(to);
    for (Path entry : list(from)) {
      Path copy = to.resolve(String.valueOf(entry.getFileName()));
      if (isFolder(entry)) {
        copy(entry, copy);
      } else {
        read(entry).ifPresent(contents -> write(copy, contents));
      }
    }
  }

  /**
   * Makes a folder, and those that lead to it.
   *
   * @param folder an absolute path of the Mac
   * @throws DiskFullException if there is no room
   */
  public void makeFolder(Path folder) {
    requireSpace(folder);
    storage().makeFolder(folder);
  }

  /**
   * The real path of a file of the Mac, with every symbolic link resolved that stays below the
   * root.
   *
   * @param path an absolute path of the Mac
   * @return the real path, or empty if there is no such file
   */
  public Optional<Path> realPath(Path path) {
    return storage().realPath(path);
  }
}
