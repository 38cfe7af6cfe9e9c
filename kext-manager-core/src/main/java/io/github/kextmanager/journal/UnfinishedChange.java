package io.github.kextmanager.journal;

import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of which a journal does not say how it came out.
 *
 * @param entry the entry with which it began
 * @param begun what that says, with the kexts of which nothing was learnt since
 * @param left the entry that says that whoever made it has turned away, if there is one
 */
public record UnfinishedChange(JournalEntry entry, Begun begun, Optional<JournalEntry> left) {
  UnfinishedChange leftBy(JournalEntry leaving) {
    return new UnfinishedChange(entry, begun, Optional.of(leaving));
  }

  UnfinishedChange without(BundleIdentifier known) {
    List<AskedKext> others =
        begun.kexts().stream().filter(kext -> !kext.identifier().equals(known)).toList();
    return new UnfinishedChange(
        entry, new Begun(begun.change(), begun.aim(), others, begun.worker()), left);
  }

  /** What to write so that as much is remembered. */
  Stream<JournalEntry> entries() {
    var beginning = new JournalEntry(entry.at(), entry.bootSession(), entry.author(), begun);
    return Stream.concat(Stream.of(beginning), left.stream());
  }
}
