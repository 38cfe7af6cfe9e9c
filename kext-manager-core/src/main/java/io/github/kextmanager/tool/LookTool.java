package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import java.time.Duration;

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
}
