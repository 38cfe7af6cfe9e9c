package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.log.LogLevel;
import java.util.List;

/**
 * What the old tools do from macOS 11 on after they have read their arguments: say what they run,
 * run kmutil, and end with its status (kext_tools-692, ShimHelpers.m).
 */
final class Shim {
  private final Program kmutil;

  Shim(Program kmutil) {
    this.kmutil = kmutil;
  }

  int execute(List<String> arguments, Invocation invocation, ToolLog log) {
    log.general(
        LogLevel.WARNING, "Executing: %s %s".formatted(Kmutil.PATH, String.join(" ", arguments)));
    return kmutil.run(invocation.as(Kmutil.PATH).with(arguments));
  }
}
