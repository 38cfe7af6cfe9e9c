package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import java.util.Optional;

/**
 * How an attempt to load a kext came out, by what was seen afterwards rather than by what the tool
 * said.
 *
 * <p>None of these is an exception: macOS gave an answer. Each keeps the {@link ChangeReport} with
 * the tool's own lines.
 */
public sealed interface LoadOutcome {
  /**
   * The kext that was to be loaded.
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
   * Whether the kext that was asked for is loaded now.
   *
   * @return true for {@link Loaded} and {@link AlreadyLoaded}
   */
  default boolean isLoaded() {
    return this instanceof Loaded || this instanceof AlreadyLoaded;
  }

  /**
   * It was not loaded before, and is loaded now.
   *
   * @param kext the kext as the kernel reports it
   * @param report what was run and what was said
   */
  record Loaded(LoadedKext kext, ChangeReport report) implements LoadOutcome {
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
   * It was loaded before, and still is. If macOS said all the same that it must be approved, as up
   * to 10.15 where its approval was taken back since, that is {@linkplain #wouldWaitFor told}: it
   * runs, and once it is stopped, at the latest by a restart, macOS will not load it.
   *
   * @param kext the kext as the kernel reports it
   * @param report what was run and what was said
   */
  record AlreadyLoaded(LoadedKext kext, ChangeReport report) implements LoadOutcome {
    @Override
    public BundleIdentifier identifier() {
      return kext.identifier();
    }

    @Override
    public LifecycleState state() {
      return LifecycleState.of(kext);
    }

    /**
     * What another load of it would wait for, once it is not loaded any more.
     *
     * @return empty if macOS did not say that it would
     */
    public Optional<Deferral> wouldWaitFor() {
      if (report.verdict().also().contains(Category.NOT_APPROVED)) {
        return Optional.of(Deferral.APPROVAL);
      }
      return report.verdict().also().contains(Category.REBOOT_REQUIRED)
          ? Optional.of(Deferral.RESTART)
          : Optional.empty();
    }
  }

  /**
   * macOS accepted a kext that has no code of its own. Its personalities were handed to the I/O
   * Kit; the kernel never lists such a kext, so there is nothing to see (xnu, OSKext::load).
   *
   * @param identifier the kext
   * @param report what was run and what was said
   */
  record Accepted(BundleIdentifier identifier, ChangeReport report) implements LoadOutcome {
    /** Returns {@link LifecycleState#NOT_LOADED}, which is all that any look can show. */
    @Override
    public LifecycleState state() {
      return LifecycleState.NOT_LOADED;
    }
  }

  /**
   * Another version of it, or another build of the same version, is loaded, and still is.
   *
   * @param kext what is loaded instead
   * @param wanted the version that was asked for, if a bundle told it
   * @param report what was run and what was said
   */
  record OtherVersionLoaded(LoadedKext kext, Optional<ReportedVersion> wanted, ChangeReport report)
      implements LoadOutcome {
    @Override
    public BundleIdentifier identifier() {
      return kext.identifier();
    }

    @Override
    public LifecycleState state() {
      return LifecycleState.OTHER_VERSION_LOADED;
    }
  }

  /**
   * Accepted so far, but something else must happen first.
   *
   * @param identifier the kext
   * @param until what must happen
   * @param report what was run and what was said
   */
  record Deferred(BundleIdentifier identifier, Deferral until, ChangeReport report)
      implements LoadOutcome {
    @Override
    public LifecycleState state() {
      return switch (until) {
        case APPROVAL -> LifecycleState.AWAITING_APPROVAL;
        case RESTART -> LifecycleState.AWAITING_RESTART;
      };
    }
  }

  /**
   * macOS refused it, and it is not loaded. From macOS 11 on, where a new version is asked for
   * while the old one runs, that one may be loaded all the same.
   *
   * <p>Also, with {@link Reason#SECURE_BOOT_POLICY}, where the tool asks for an approval and the
   * boot policy of a Mac with Apple silicon lets no kext in: nobody can approve it there.
   *
   * @param identifier the kext
   * @param reason why
   * @param instead what is loaded under its identifier, and stays: another version or build, which
   *     the verdict has among {@code also}, or one whose build could not be compared
   * @param report what was run and what was said
   */
  record Refused(
      BundleIdentifier identifier, Reason reason, Optional<LoadedKext> instead, ChangeReport report)
      implements LoadOutcome {
    @Override
    public LifecycleState state() {
      return report.verdict().also().contains(Category.ALREADY_LOADED_DIFFERENT_VERSION)
          ? LifecycleState.OTHER_VERSION_LOADED
          : instead.map(LifecycleState::of).orElse(LifecycleState.NOT_LOADED);
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
      implements LoadOutcome {
    @Override
    public LifecycleState state() {
      return LifecycleState.UNKNOWN;
    }
  }

  /** What a deferred load waits for. */
  enum Deferral {
    /**
     * The approval of a person at the Mac, or of MDM. A new attempt follows; from macOS 11 a
     * restart too.
     */
    APPROVAL,
    /** A restart of the Mac. */
    RESTART
  }
}
