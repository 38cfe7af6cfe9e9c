package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ToolName;
import java.time.Duration;
import java.util.List;

/**
 * A tool that unloads kexts.
 *
 * <p>Always by identifier: given a path, the tools only read the identifier from the bundle and
 * unload whatever is loaded under it (kext_tools, kextunload_main.c).
 */
public sealed interface UnloadTool permits Kextunload, KmutilUnload {
  /**
   * Which tool this is.
   *
   * @return its name
   */
  ToolName name();

  /**
   * The command that unloads.
   *
   * @param identifiers the kexts, in the order in which they are to go
   * @param deadline how long it may take
   * @return the command, without anything that makes it root
   * @throws IllegalArgumentException if an identifier may not stand on a command line
   */
  CommandLine command(List<BundleIdentifier> identifiers, Duration deadline);
}
