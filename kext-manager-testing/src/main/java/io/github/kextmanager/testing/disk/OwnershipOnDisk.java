package io.github.kextmanager.testing.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.kextmanager.testing.disk.OwnershipState.Owned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Owners and modes of files that programs share. Modes are the real ones. What of the Mac belongs
 * to the owner of its folder counts as root's, so that nobody need be root; what belongs to others
 * is theirs. A change of owner is remembered as long as it is the same file: who deletes it and
 * makes it again makes one of his own.
 */
final class OwnershipOnDisk implements Ownership {
  private static final int USUAL_MODE = 0755;

  private final FileLookUp files;
  private final Map<String, Owned> changes;

  OwnershipOnDisk(FileLookUp files) {
    this(files, new HashMap<>());
  }

  private OwnershipOnDisk(FileLookUp files, Map<String, Owned> changes) {
    this.files = files;
    this.changes = changes;
  }

  /** The same owners, of files that are found in another way. */
  OwnershipOnDisk under(FileLookUp other) {
    return new OwnershipOnDisk(other, changes);
  }

  @Override
  public OwnershipState state() {
    return new OwnershipState(
        changes.values().stream().sorted(Comparator.comparing(Owned::path)).toList(), List.of());
  }

  @Override
  public void restore(OwnershipState state) {
    changes.clear();
    state
        .owners()
        .forEach(each -> each.identity().ifPresent(identity -> changes.put(identity, each)));
  }

  @Override
  public void changeOwner(Path path, Owner owner) {
    Path real = files.real(path);
    Optional<String> identity = identity(real);
    if (identity.isEmpty()) {
      return;
    }
    if (!files.isInside(path)) {
      reallyChange(real, owner);
      return;
    }
    changes.remove(identity.get());
    if (!owner(path).equals(owner)) {
      changes.put(identity.get(), new Owned(path, owner.uid(), owner.gid(), identity));
    }
  }

  private static void reallyChange(Path real, Owner owner) {
    try {
      Files.setAttribute(real, "unix:uid", owner.uid(), NOFOLLOW_LINKS);
      Files.setAttribute(real, "unix:gid", owner.gid(), NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Owner owner(Path path) {
    Path real = files.real(path);
    @Nullable Owned change = identity(real).map(changes::get).orElse(null);
    if (change != null) {
      return new Owner(change.uid(), change.gid());
    }
    if (!Files.exists(real, NOFOLLOW_LINKS)) {
      return Owner.ROOT_WHEEL;
    }
    int uid = attribute(real, "uid");
    return files.isInside(path) && uid == attribute(files.root(), "uid")
        ? Owner.ROOT_WHEEL
        : new Owner(uid, attribute(real, "gid"));
  }

  @Override
  public void changeMode(Path path, int mode) {
    try {
      Files.setAttribute(files.real(path), "unix:mode", mode);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A link has no mode of its own on Linux. */
  @Override
  public int mode(Path path) {
    Path real = files.real(path);
    return Files.isSymbolicLink(real) || !Files.exists(real)
        ? USUAL_MODE
        : attribute(real, "mode") & 07777;
  }

  /** The number of a file may be given again when it is gone, but not with the same birth. */
  private static Optional<String> identity(Path real) {
    try {
      var attributes = Files.readAttributes(real, BasicFileAttributes.class, NOFOLLOW_LINKS);
      Object number = Files.getAttribute(real, "unix:ino", NOFOLLOW_LINKS);
      return Optional.of(number + " " + attributes.creationTime().to(TimeUnit.NANOSECONDS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int attribute(Path real, String name) {
    try {
      Object value = Files.getAttribute(real, "unix:" + name, NOFOLLOW_LINKS);
      return ((Number) value).intValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
