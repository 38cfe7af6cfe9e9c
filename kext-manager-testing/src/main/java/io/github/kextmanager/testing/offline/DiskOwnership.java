package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;

/**
 * The owners and modes that the simulated disk gives its files, whatever the real ones are.
 *
 * @param disk the disk
 */
record DiskOwnership(Disk disk) implements Ownership {
  @Override
  public OwnerAndMode of(Path seen, OwnerAndMode onDisk) {
    Owner owner = disk.ownership().owner(seen);
    return new OwnerAndMode(owner.uid(), owner.gid(), disk.ownership().mode(seen));
  }
}
