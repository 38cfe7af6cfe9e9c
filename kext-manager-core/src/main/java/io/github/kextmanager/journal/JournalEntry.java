package io.github.kextmanager.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a journal.
 *
 * @param at when it was written, to the millisecond
 * @param bootSession during which boot session of the Mac, if that is known
 * @param author who asked, in the words of the program that embeds the library
 * @param event what happened
 */
public record JournalEntry(
    Instant at, Optional<UUID> bootSession, String author, JournalEvent event) {}
