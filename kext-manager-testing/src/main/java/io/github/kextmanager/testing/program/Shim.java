package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.log.LogLevel;
import java.util.List;

/**
 * What the old tools do from macOS 11 on after they have read their arguments: say what they run,
 * run kmutil, and end with its status (kext_tools-692, ShimHelpers.m).
 */
public final class Shim {
  private static final String KMUTIL = "/usr/bin/kmutil";

  private final Program kmutil;

  /**
   * A shim.
   *
   * @param kmutil what it runs
   */
  public Shim(Program kmutil) {
    this.kmutil = kmutil;
  }

  /**
   * Runs kmutil in the place of the tool.
   *
   * @param arguments those of kmutil
   * @param invocation how the tool was called
   * @param log the log of the tool
   * @return the status of kmutil
   */
  public int execute(List<String> arguments, Invocation invocation, ToolLog log) {
    log.general(
        LogLevel.WARNING, "Executing: %s %s".formatted(KMUTIL, String.join(" ", arguments)));
    return kmutil.run(invocation.as(KMUTIL).with(arguments));
  }
}
