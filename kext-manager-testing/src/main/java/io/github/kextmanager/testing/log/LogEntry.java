package io.github.kextmanager.testing.log;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the system log.
 *
 * @param time when it was written
 * @param bootSession the boot session in which it was
 * @param source who wrote it
 * @param type how important it is
 * @param text the message; may have several lines
 */
public record LogEntry(
    Instant time, UUID bootSession, LogSource source, EntryType type, String text) {}
