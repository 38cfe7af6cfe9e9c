package io.github.kextmanager.log;

/**
 * Something that was said.
 *
 * @param process who said it, such as {@code kernel}
 * @param text all of the line as printed; further lines of one message follow in it
 */
public record LogLine(String process, String text) {}
