package io.github.kextmanager.journal;

import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Left;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a journal holds.
 *
 * @param entries its entries, oldest first
 * @param damaged the lines that could not be read; a last line that was being written when the Mac
 *     went down is among them, and what a later version of this library has written
 */
public record JournalReading(List<JournalEntry> entries, List<Damage> damaged) {
  /** Takes unmodifiable copies of the lists. */
  public JournalReading {
    entries = List.copyOf(entries);
    damaged = List.copyOf(damaged);
  }

  /**
   * A line that could not be read.
   *
   * @param line its number, from 1
   * @param problem why, for people
   * @param text the line
   */
  public record Damage(int line, String problem, String text) {}

  /**
   * What is still owed: for each kext the last entry that says so, unless it was settled later.
   *
   * @return the entries, each of which holds an {@link Owed}, oldest first
   */
  public List<JournalEntry> owed() {
    Map<BundleIdentifier, JournalEntry> open = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof Owed owed) {
        open.remove(owed.kext().identifier());
        open.put(owed.kext().identifier(), entry);
      } else if (entry.event() instanceof Settled settled) {
        open.remove(settled.kext());
      }
    }
    return List.copyOf(open.values());
  }

  /**
   * The changes that began and did not end: they are under way, or whatever ran them went down or
   * turned away.
   *
   * @return the changes, each with the kexts of which nothing was learnt since, oldest first
   */
  public List<UnfinishedChange> unfinished() {
    Map<UUID, UnfinishedChange> open = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof Begun begun) {
        open.put(begun.change(), new UnfinishedChange(entry, begun, Optional.empty()));
      } else if (entry.event() instanceof Left left) {
        open.computeIfPresent(left.change(), (id, change) -> change.leftBy(entry));
      } else if (entry.event() instanceof Ended ended) {
        open.remove(ended.change());
      } else if (entry.event() instanceof Owed owed) {
        open.replaceAll((id, change) -> change.without(owed.kext().identifier()));
      } else if (entry.event() instanceof Settled settled) {
        open.replaceAll((id, change) -> change.without(settled.kext()));
      }
    }
    return open.values().stream().filter(change -> !change.begun().kexts().isEmpty()).toList();
  }
}
