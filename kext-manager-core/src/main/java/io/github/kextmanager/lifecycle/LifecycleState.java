package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of one kext on one Mac: what a look at the kernel shows, or what is owed after a change
 * was asked for.
 *
 * <p>Nothing remembers a state. {@link #shownBy} derives it from a snapshot, {@link
 * LoadOutcome#state} and {@link UnloadOutcome#state} from how a change came out.
 */
public enum LifecycleState {
  /** No kext of this identifier is loaded, and nothing is known to be owed. */
  NOT_LOADED,

  /** It is loaded, and no other loaded kext is known to refer to it. */
  LOADED,

  /** It is loaded, and other loaded kexts refer to it, so it cannot be unloaded before them. */
  IN_USE,

  /** A kext of this identifier is loaded, but not the version, or not the build, that is wanted. */
  OTHER_VERSION_LOADED,

  /** A person or MDM must approve it before it can be loaded. */
  AWAITING_APPROVAL,

  /** It was accepted and becomes effective when the Mac starts again. */
  AWAITING_RESTART,

  /** It could not be found out: look again. */
  UNKNOWN;

  private static final Map<LifecycleState, Set<LifecycleState>> SUCCESSORS = successors();

  private static Map<LifecycleState, Set<LifecycleState>> successors() {
    Map<LifecycleState, Set<LifecycleState>> successors = new EnumMap<>(LifecycleState.class);
    for (LifecycleState state : values()) {
      successors.put(state, EnumSet.allOf(LifecycleState.class));
    }
    // Loading what is loaded succeeds at once, without asking anybody (xnu, OSKext::load), so
    // nothing can become owed for it. A bundle that is replaced by another version or build turns
    // both states into OTHER_VERSION_LOADED first.
    Set<LifecycleState> owed = EnumSet.of(AWAITING_APPROVAL, AWAITING_RESTART);
    successors.put(LOADED, EnumSet.complementOf(EnumSet.copyOf(owed)));
    successors.put(IN_USE, EnumSet.complementOf(EnumSet.copyOf(owed)));
    // The restart is owed because the approval was given.
    successors.put(AWAITING_RESTART, EnumSet.complementOf(EnumSet.of(AWAITING_APPROVAL)));
    return successors;
  }

  /**
   * Whether one event can turn this state into another.
   *
   * <p>An event is a request to load or to unload, by whomever; the kernel loading or unloading by
   * itself; another kext beginning or ceasing to use this one; its bundle being replaced; an
   * approval; a restart of the Mac; or a look that fails. A state can always follow itself.
   *
   * @param next the state after the event
   * @return false if more than one event must lie between the two
   */
  public boolean canBecome(LifecycleState next) {
    return SUCCESSORS.getOrDefault(this, Set.of()).contains(next);
  }

  /**
   * The state that one look shows, when it is not known which version is wanted.
   *
   * @param look what the kernel held
   * @param identifier the kext
   * @return {@link #NOT_LOADED}, {@link #LOADED} or {@link #IN_USE}
   */
  public static LifecycleState shownBy(KextSnapshot look, BundleIdentifier identifier) {
    return look.find(identifier)
        .map(kext -> look.dependentsOf(kext).isEmpty() ? of(kext) : IN_USE)
        .orElse(NOT_LOADED);
  }

  /**
   * The state that one look shows.
   *
   * <p>Versions are compared as the kernel compares them, as numbers: 1 is 1.0. Where one of them
   * is not a version by the grammar, the texts are compared. A different build of the same version
   * does not show here.
   *
   * @param look what the kernel held
   * @param identifier the kext
   * @param onDisk the version of its bundle on disk
   * @param grammar the grammar of versions of the Mac's release
   * @return {@link #NOT_LOADED}, {@link #LOADED}, {@link #IN_USE} or {@link #OTHER_VERSION_LOADED};
   *     the last also if the other version is in use
   */
  public static LifecycleState shownBy(
      KextSnapshot look,
      BundleIdentifier identifier,
      ReportedVersion onDisk,
      VersionGrammar grammar) {
    Optional<LoadedKext> found = look.find(identifier);
    if (found.isPresent() && !found.get().version().isThatOf(onDisk, grammar)) {
      return OTHER_VERSION_LOADED;
    }
    return shownBy(look, identifier);
  }

  /** The state of a loaded kext, as far as its own row tells. */
  static LifecycleState of(LoadedKext kext) {
    return kext.references().orElse(0) > 0 ? IN_USE : LOADED;
  }
}
