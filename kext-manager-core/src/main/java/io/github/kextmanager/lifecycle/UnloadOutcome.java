package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt to unload a kext came out, by what was seen afterwards rather than by what the
 * tool said.
 */
public sealed interface UnloadOutcome {
  /**
   * The kext that was to be unloaded.
   *
   * @return its bundle identifier
   */
  BundleIdentifier identifier();

  /**
   * What was run and what was said.
   *
   * @return the report
   */
  ChangeReport report();

  /**
   * The state in which this leaves the kext.
   *
   * @return the state
   */
  LifecycleState state();

  /**
   * Whether the kext is absent from the kernel now.
   *
   * @return true for {@link Unloaded} and {@link NotLoaded}
   */
  default boolean isAbsent() {
    return this instanceof Unloaded || this instanceof NotLoaded;
  }

  /**
   * It was loaded before, and is not loaded now.
   *
   * @param kext the kext as it was
   * @param nextStart what may become of it, from the next start of the Mac on
   * @param report what was run and what was said
   */
  record Unloaded(LoadedKext kext, NextStart nextStart, ChangeReport report)
      implements UnloadOutcome {
    @Override
    public BundleIdentifier identifier() {
      return kext.identifier();
    }

    @Override
    public LifecycleState state() {
      return LifecycleState.NOT_LOADED;
    }
  }

  /**
   * It was not loaded, so there was nothing to unload.
   *
   * @param identifier the kext
   * @param nextStart {@link NextStart#IN_COLLECTION} where a load was accepted since this start of
   *     the Mac, by what the journal remembers: it is in the collection of the next start, and no
   *     unload takes it out; empty where nothing is known
   * @param report what was run and what was said
   */
  record NotLoaded(BundleIdentifier identifier, Optional<NextStart> nextStart, ChangeReport report)
      implements UnloadOutcome {
    @Override
    public LifecycleState state() {
      return LifecycleState.NOT_LOADED;
    }
  }

  /**
   * It is in use and still loaded.
   *
   * @param kext the kext
   * @param dependents the loaded kexts that link against it; empty if it is held by instances or by
   *     something that cannot be seen
   * @param holders the classes whose instances hold it, as far as the kernel named them
   * @param hold what holds it
   * @param report what was run and what was said
   */
  record InUse(
      LoadedKext kext,
      List<LoadedKext> dependents,
      List<ClassInstances> holders,
      Hold hold,
      ChangeReport report)
      implements UnloadOutcome {
    /** Takes unmodifiable copies of the lists. */
    public InUse {
      dependents = List.copyOf(dependents);
      holders = List.copyOf(holders);
    }

    @Override
    public BundleIdentifier identifier() {
      return kext.identifier();
    }

    @Override
    public LifecycleState state() {
      return LifecycleState.IN_USE;
    }
  }

  /**
   * macOS refused for another reason, and it is still loaded.
   *
   * @param kext the kext as the kernel reports it
   * @param reason why
   * @param report what was run and what was said
   */
  record Refused(LoadedKext kext, Reason reason, ChangeReport report) implements UnloadOutcome {
    @Override
    public BundleIdentifier identifier() {
      return kext.identifier();
    }

    @Override
    public LifecycleState state() {
      return LifecycleState.of(kext);
    }
  }

  /**
   * What happened could not be found out: look again.
   *
   * @param identifier the kext
   * @param doubt why not
   * @param report what was run and what was said
   */
  record Indeterminate(BundleIdentifier identifier, Doubt doubt, ChangeReport report)
      implements UnloadOutcome {
    @Override
    public LifecycleState state() {
      return LifecycleState.UNKNOWN;
    }
  }

  /** What holds a kext that is in use. The kernel has one number for all of it. */
  enum Hold {
    /** Other loaded kexts, which go first. */
    DEPENDENTS,
    /** Instances of its classes: a driver at work, a device or a file system in use. */
    INSTANCES,
    /** References that belong to no kext that can be seen, such as a request on its way. */
    REFERENCES,
    /** The kernel unloads nothing, or not this kext, until the Mac is restarted. */
    THIS_BOOT,
    /** Nobody said. */
    NOT_SAID
  }

  /** What may become of a kext that was unloaded, from the next start of the Mac on. */
  enum NextStart {
    /**
     * It can come back: from macOS 11 an unloaded kext stays in its kernel collection, from which
     * it can be started without a restart, until its bundle is deleted and the collection rebuilt
     * (kmutil(8)). Whether it does depends on whether hardware that it matches, or a program, asks
     * for it.
     */
    IN_COLLECTION,
    /**
     * It may come back: up to macOS 10.15 a kext that lies in a folder for extensions is loaded
     * when a device or another kext asks for it. Also where such a folder could not be read.
     */
    MAY_RETURN,
    /**
     * macOS does not load it by itself: up to macOS 10.15, and no folder for extensions holds it. A
     * program that loads it by path may well do so again.
     */
    STAYS_AWAY
  }
}
