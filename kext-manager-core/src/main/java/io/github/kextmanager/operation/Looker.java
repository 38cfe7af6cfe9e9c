package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;

/**
 * Looks, and changes nothing.
 *
 * <p>Thread-safe.
 */
public final class Looker {
  private final Mac mac;

  /**
   * Creates a looker.
   *
   * @param mac what it looks at
   */
  public Looker(Mac mac) {
    this.mac = mac;
  }

  /**
   * The release of macOS.
   *
   * @return the release
   */
  public MacOsVersion release() {
    return mac.host().toolset(mac.commands()).release();
  }

  /**
   * What is loaded.
   *
   * @return a snapshot
   */
  public KextSnapshot snapshot() {
    Commands commands = mac.commands();
    return look(mac.host().toolset(commands), commands);
  }

  /**
   * What one look shows of one kext.
   *
   * @param identifier the kext
   * @return its status
   */
  public KextStatus status(BundleIdentifier identifier) {
    Commands commands = mac.commands();
    Toolset tools = mac.host().toolset(commands);
    KextSnapshot snapshot = look(tools, commands);
    List<KextBundle> onDisk = new ExtensionFolders(mac.root(), tools.release()).find(identifier);
    LifecycleState shown = state(snapshot, identifier, onDisk, tools);
    return new KextStatus(
        identifier,
        shown == LifecycleState.NOT_LOADED ? owed(identifier).orElse(shown) : shown,
        snapshot.find(identifier),
        onDisk);
  }

  /**
   * What the journal says is owed since this start of the Mac; a restart ends what it waits for. A
   * journal that cannot be read hides nothing of what is seen.
   */
  private Optional<LifecycleState> owed(BundleIdentifier identifier) {
    return mac.memory().readIfPossible().owed().stream()
        .filter(entry -> ((Owed) entry.event()).kext().identifier().equals(identifier))
        .filter(entry -> ((Owed) entry.event()).aim() == Aim.LOADED)
        .filter(entry -> entry.bootSession().equals(mac.memory().session()))
        .findFirst()
        .map(
            entry ->
                ((Owed) entry.event()).debt() == Debt.APPROVAL
                    ? LifecycleState.AWAITING_APPROVAL
                    : LifecycleState.AWAITING_RESTART);
  }

  /** Where several versions are on disk, any of them may be the one that is meant to be loaded. */
  private static LifecycleState state(
      KextSnapshot snapshot, BundleIdentifier identifier, List<KextBundle> onDisk, Toolset tools) {
    VersionGrammar grammar = VersionGrammar.of(tools.release());
    boolean other =
        !onDisk.isEmpty()
            && onDisk.stream()
                .map(
                    bundle ->
                        LifecycleState.shownBy(snapshot, identifier, bundle.version(), grammar))
                .allMatch(state -> state == LifecycleState.OTHER_VERSION_LOADED);
    return other
        ? LifecycleState.OTHER_VERSION_LOADED
        : LifecycleState.shownBy(snapshot, identifier);
  }

  private KextSnapshot look(Toolset tools, Commands commands) {
    return Look.take(tools.look(), commands, mac.deadlines().look()).snapshot();
  }
}
