package io.github.kextmanager.log;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said.
 *
 * @param at when, if the line says so with its zone
 * @param process who said it, such as {@code kernel}
 * @param text all of the line as printed; further lines of one message follow in it
 */
public record LogLine(Optional<Instant> at, String process, String text) {}
