package io.github.kextmanager.testing.disk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owners and modes that are told: everything belongs to root:wheel and is writable by root alone
 * until then, so that who runs the test need not be root.
 */
public final class RecordedOwnership implements Ownership {
  private static final int USUAL_MODE = 0755;

  private final Map<Path, Owner> owners = new HashMap<>();
  private final Map<Path, Integer> modes = new HashMap<>();

  /** Creates one in which nothing was changed yet. */
  public RecordedOwnership() {}

  @Override
  public OwnershipState state() {
    return new OwnershipState(
        owners.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                each ->
                    new OwnershipState.Owned(
                        each.getKey(),
                        each.getValue().uid(),
                        each.getValue().gid(),
                        Optional.empty()))
            .toList(),
        modes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new OwnershipState.Moded(each.getKey(), each.getValue()))
            .toList());
  }

  @Override
  public void restore(OwnershipState state) {
    owners.clear();
    modes.clear();
    state.owners().forEach(each -> changeOwner(each.path(), new Owner(each.uid(), each.gid())));
    state.modes().forEach(each -> changeMode(each.path(), each.mode()));
  }

  @Override
  public void changeOwner(Path path, Owner owner) {
    owners.put(path.normalize(), owner);
  }

  @Override
  public void changeMode(Path path, int mode) {
    modes.put(path.normalize(), mode);
  }

  @Override
  public Owner owner(Path path) {
    return owners.getOrDefault(path.normalize(), Owner.ROOT_WHEEL);
  }

  @Override
  public int mode(Path path) {
    return modes.getOrDefault(path.normalize(), USUAL_MODE);
  }
}
