package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Left;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.journal.UnfinishedChange;
import io.github.kextmanager.journal.Worker;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.operation.Findings.Open;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A change as it is remembered: that it began, before anything is run, and how it came out. Where
 * that is not known when it is closed, whatever the cause, the journal says so, and the next look
 * finds out.
 *
 * <p>For one change on one thread.
 */
final class RememberedChange implements AutoCloseable {
  private enum Phase {
    NOT_BEGUN,
    BEGUN,
    MADE,
    KNOWN
  }

  private final Memory memory;
  private final Aim aim;
  private final UUID id = UUID.randomUUID();
  private Phase phase = Phase.NOT_BEGUN;

  RememberedChange(Memory memory, Aim aim) {
    this.memory = memory;
    this.aim = aim;
  }

  /**
   * Notes that the change begins, unless it has.
   *
   * @throws io.github.kextmanager.journal.JournalException if that cannot be written
   */
  void begin(List<AskedKext> kexts) {
    if (phase == Phase.NOT_BEGUN) {
      memory.require(new Begun(id, aim, kexts, Worker.thisProcess()));
      phase = Phase.BEGUN;
    }
  }

  /** Runs a command that makes the change, or a part of it. */
  CommandResult make(Supplier<CommandResult> command) {
    Phase before = phase;
    phase = Phase.MADE;
    try {
      return command.get();
    } catch (CommandNotStartedException nothingChanged) {
      phase = before;
      throw nothingChanged;
    } catch (CommandInterruptedException interrupted) {
      if (interrupted.kill().outcome() == KillReport.Outcome.NOT_STARTED) {
        phase = before;
      }
      throw interrupted;
    }
  }

  /** Notes how it came out. */
  void cameOut(Findings findings) {
    memory.write(journal -> events(findings, journal));
    phase = Phase.KNOWN;
  }

  private List<JournalEvent> events(Findings findings, JournalReading journal) {
    List<JournalEvent> events = new ArrayList<>(findings.events(open(findings, journal)));
    if (phase != Phase.NOT_BEGUN) {
      events.add(findings.areComplete() ? new Ended(id) : new Left(id));
    }
    return events;
  }

  /** What the journal has open; of this change only where it stays open for some of its kexts. */
  private Open open(Findings findings, JournalReading journal) {
    Map<BundleIdentifier, Owed> owed = new HashMap<>();
    for (JournalEntry entry : journal.owed()) {
      Owed debt = (Owed) entry.event();
      owed.put(debt.kext().identifier(), debt);
    }
    Set<BundleIdentifier> unknown =
        journal.unfinished().stream()
            .map(UnfinishedChange::begun)
            .filter(begun -> !findings.areComplete() || !begun.change().equals(id))
            .flatMap(begun -> begun.kexts().stream())
            .map(AskedKext::identifier)
            .collect(Collectors.toSet());
    return new Open(owed, unknown);
  }

  @Override
  public void close() {
    if (phase == Phase.BEGUN) {
      memory.write(List.of(new Ended(id)));
    } else if (phase == Phase.MADE) {
      memory.write(List.of(new Left(id)));
    }
  }
}
