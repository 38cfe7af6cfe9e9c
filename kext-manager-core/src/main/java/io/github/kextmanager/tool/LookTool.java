package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.parse.KextTableReader;
import io.github.kextmanager.parse.UnreadableTableException;
import java.time.Duration;
import java.time.Instant;

/** A tool that lists what is loaded. It needs no root. */
public sealed interface LookTool permits Kextstat, KmutilShowloaded {
  /**
   * How much of a table is kept: about fifty times the longest seen. A longer one is an error,
   * never a shorter snapshot.
   */
  int OUTPUT_LIMIT_BYTES = 4 << 20;

  /**
   * Which tool this is.
   *
   * @return its name
   */
  ToolName name();

  /**
   * The command that lists everything. Never filtered by identifier: kextstat answers an unknown
   * one with an empty table, and kmutil with an error of unknown text.
   *
   * @param deadline how long it may take
   * @return the command
   */
  CommandLine command(Duration deadline);

  /**
   * Reads the answer.
   *
   * @param result what came back
   * @param takenAt when it was asked
   * @return what is loaded
   * @throws QueryFailedException if the tool did not end well, its table was cut, a line of it is
   *     neither a row nor the header, or it has no row at all: a kernel that runs lists at least
   *     the parts of itself that kexts link against
   */
  default KextSnapshot read(CommandResult result, Instant takenAt) {
    String table = Query.answer(result);
    try {
      KextSnapshot snapshot = KextTableReader.strict().read(table).toSnapshot(takenAt);
      if (snapshot.kexts().isEmpty()) {
        throw new QueryFailedException(
            Query.question(result) + " listed no kext at all, which no running kernel does.",
            Query.lines(result));
      }
      return snapshot;
    } catch (UnreadableTableException unreadable) {
      throw new QueryFailedException(
          Query.question(result) + " printed no table. " + unreadable.getMessage(),
          Query.lines(result),
          unreadable);
    }
  }
}
