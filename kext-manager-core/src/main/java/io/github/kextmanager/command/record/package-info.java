/**
 * Recordings: what was asked of a real Mac and what it answered, in a text that people can read
 * before they send it.
 *
 * <p>A {@link io.github.kextmanager.command.record.Recorder} writes one, redacted before anything
 * reaches the disk and flushed command by command, so that a kernel panic leaves all but the answer
 * of the command that caused it. A {@link io.github.kextmanager.command.record.RecordingReader}
 * reads one. The format is described in {@code docs/recordings.md}.
 */
package io.github.kextmanager.command.record;
