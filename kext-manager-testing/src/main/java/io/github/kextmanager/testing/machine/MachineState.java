package io.github.kextmanager.testing.machine;

import io.github.kextmanager.testing.daemon.AuxiliaryCollection;
import io.github.kextmanager.testing.disk.OwnershipState;
import io.github.kextmanager.testing.kernel.KernelState;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.policy.ExcludeList;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.PolicyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that a Mac keeps between two commands, but for the files on its disk: with both, it
 * goes on where it was, in another process too.
 *
 * <p>It is plain data all the way down: records of records, {@link List}, {@link java.util.Set},
 * {@link java.util.Map} with text keys, enums, {@link java.util.Optional} and its kin, and at the
 * leaves text, numbers, truth values, {@link UUID}, {@link java.nio.file.Path}, {@link Instant} and
 * {@link Duration}. Nothing is cyclic, and equal Macs have equal states.
 *
 * @param description what the Mac is; its firmware is what counts from the next start on
 * @param boot this boot session
 * @param kernel what the kernel holds
 * @param policy what was allowed
 * @param collection the collection of other people's kexts
 * @param ownership owners and modes on the disk
 * @param clockAhead how far its clock is ahead of the real time
 * @param log what the kernel and the daemons have said
 */
public record MachineState(
    MacDescription description,
    Boot boot,
    KernelState kernel,
    PolicyState policy,
    AuxiliaryCollection.State collection,
    OwnershipState ownership,
    Duration clockAhead,
    List<LogEntry> log) {
  /** Takes an unmodifiable copy of the list. */
  public MachineState {
    log = List.copyOf(log);
  }

  /**
   * A boot session.
   *
   * @param session its identity
   * @param start how the Mac was started
   * @param startedAt when
   * @param firmware what the firmware said then, and counts until the next start
   * @param excluded what the kernel must not load until then
   */
  public record Boot(
      UUID session, Start start, Instant startedAt, Firmware firmware, ExcludeList excluded) {}
}
