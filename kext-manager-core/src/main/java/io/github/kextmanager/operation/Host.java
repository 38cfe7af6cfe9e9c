package io.github.kextmanager.operation;

import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.EffectiveUser;
import io.github.kextmanager.tool.SwVers;
import io.github.kextmanager.tool.Toolset;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a Mac before it can be asked anything: its release, and how to become root.
 * Each is asked at most once, when it is first needed; neither changes while a Mac runs.
 *
 * <p>Thread-safe.
 */
public final class Host {
  /** Whoever waits for an answer that another thread is getting can be interrupted meanwhile. */
  private final Turn asking = new Turn();

  private final Duration deadline;

  // Read without the turn, so that a thread that was interrupted still learns what is known.
  private volatile @Nullable Toolset toolset;
  private volatile @Nullable Privilege privilege;

  /**
   * Creates a host.
   *
   * @param release its release, if that is known already
   * @param privilege how to become root, if that is known already
   * @param deadline how long a question may take
   */
  public Host(Optional<MacOsVersion> release, Optional<Privilege> privilege, Duration deadline) {
    this.toolset = release.map(Toolset::of).orElse(null);
    this.privilege = privilege.orElse(null);
    this.deadline = deadline;
  }

  Toolset toolset(Commands commands) {
    Toolset known = toolset;
    return known != null ? known : asking.take(() -> askedToolset(commands));
  }

  private Toolset askedToolset(Commands commands) {
    Toolset known = toolset;
    if (known == null) {
      var swVers = new SwVers();
      known = Toolset.of(swVers.read(commands.runAsCaller(swVers.command(deadline))));
      toolset = known;
    }
    return known;
  }

  Privilege privilege(Commands commands) {
    Privilege known = privilege;
    return known != null ? known : asking.take(() -> askedPrivilege(commands));
  }

  /** Root already, or through sudo: whether sudo lets us is for sudo to say. */
  private Privilege askedPrivilege(Commands commands) {
    Privilege known = privilege;
    if (known == null) {
      var user = new EffectiveUser();
      known =
          user.isRoot(commands.runAsCaller(user.command(deadline)))
              ? new Privilege.AlreadyRoot()
              : new Privilege.Sudo();
      privilege = known;
    }
    return known;
  }
}
