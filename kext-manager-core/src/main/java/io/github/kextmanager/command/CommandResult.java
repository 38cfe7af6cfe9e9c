package io.github.kextmanager.command;

import java.time.Duration;

/**
 * What came back from a command that was started.
 *
 * @param command what was run
 * @param termination how it ended
 * @param stdout what it wrote to standard output
 * @param stderr what it wrote to standard error
 * @param elapsed how long it took, by a clock that does not jump
 */
public record CommandResult(
    CommandLine command,
    Termination termination,
    CapturedOutput stdout,
    CapturedOutput stderr,
    Duration elapsed) {}
