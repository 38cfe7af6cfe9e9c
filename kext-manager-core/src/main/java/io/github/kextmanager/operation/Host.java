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
  /** Whoever waits for an answer that another thread is getting can be interrupted. */
  private final Turn asking = new Turn();

  private final Duration deadline;
  private @Nullable Toolset toolset;
  private @Nullable Privilege privilege;

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
    return asking.take(() -> askedToolset(commands));
  }

  private Toolset askedToolset(Commands commands) {
    if (toolset == null) {
      var swVers = new SwVers();
      toolset = Toolset.of(swVers.read(commands.runAsCaller(swVers.command(deadline))));
    }
    return toolset;
  }

  Privilege privilege(Commands commands) {
    return asking.take(() -> askedPrivilege(commands));
  }

  /** Root already, or through sudo: whether sudo lets us is for sudo to say. */
  private Privilege askedPrivilege(Commands commands) {
    if (privilege == null) {
      var user = new EffectiveUser();
      privilege =
          user.isRoot(commands.runAsCaller(user.command(deadline)))
              ? new Privilege.AlreadyRoot()
              : new Privilege.Sudo();
    }
    return privilege;
  }
}
