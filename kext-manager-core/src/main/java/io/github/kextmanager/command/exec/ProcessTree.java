package io.github.kextmanager.command.exec;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.KillReport.Outcome;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A process and all that it started, to be ended: asked to with SIGTERM, and killed if that does
 * not help.
 *
 * <p>Signals go through {@link ProcessHandle}, which never hits a stranger with a reused number,
 * and not through {@link Process#destroy}, which closes the streams and loses the last words.
 */
final class ProcessTree {
  private static final Duration PAUSE = Duration.ofMillis(5);

  /** How long the kernel may take to carry out a SIGKILL. */
  private static final Duration KILL_LIMIT = Duration.ofSeconds(1);

  private final Set<ProcessHandle> members = new LinkedHashSet<>();
  private final ProcessOutput output;

  ProcessTree(Process root, ProcessOutput output) {
    members.add(root.toHandle());
    this.output = output;
  }

  /**
   * Ends the tree, reading its last words, and returns in bounded time even if it cannot be ended
   * or the thread is interrupted.
   */
  KillReport end(Duration grace) {
    awaitEnd(signal(ProcessHandle::destroy), grace);
    if (alive().isEmpty()) {
      return new KillReport(Outcome.TERMINATED, List.of());
    }
    awaitEnd(signal(ProcessHandle::destroyForcibly), KILL_LIMIT);
    List<Long> survivors = alive().stream().map(ProcessHandle::pid).sorted().toList();
    return new KillReport(survivors.isEmpty() ? Outcome.KILLED : Outcome.SURVIVED, survivors);
  }

  /**
   * Parents first, lest one carry on with what comes after the child.
   *
   * @return those that it reached: nobody but root may signal what root runs
   */
  private List<ProcessHandle> signal(Predicate<ProcessHandle> signal) {
    discoverDescendants();
    return alive().stream().filter(signal).toList();
  }

  private void awaitEnd(List<ProcessHandle> signalled, Duration limit) {
    Deadline deadline = Deadline.in(limit);
    while (signalled.stream().anyMatch(Liveness::isAlive) && !deadline.isOver()) {
      discoverDescendants();
      output.readAvailable();
      Uninterruptibles.sleepUninterruptibly(PAUSE);
    }
  }

  /** Once a process has ended, what it started is no longer known as its own: look before. */
  private void discoverDescendants() {
    alive().forEach(member -> member.descendants().forEach(members::add));
  }

  private List<ProcessHandle> alive() {
    return members.stream().filter(Liveness::isAlive).toList();
  }
}
