package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandLine;
import java.time.Duration;
import java.util.Optional;

/**
 * One command of a recording.
 *
 * @param number its number in the recording, ascending
 * @param line the line of the recording where it was asked, from 1
 * @param at how long after the start of the recording it was asked
 * @param command what was asked, with placeholders for what was redacted
 * @param answer what came of it; empty if the recording ends before it ended
 */
public record RecordedCommand(
    int number, int line, Duration at, CommandLine command, Optional<RecordedAnswer> answer) {}
