package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code /usr/sbin/kextstat}, macOS 10.6 to 10.15 (kext_tools 177 to 623, kextstat_main.c). Status
 * 71 says that the kernel did not answer.
 */
public record Kextstat() implements LookTool {
  @Override
  public ToolName name() {
    return ToolName.KEXTSTAT;
  }

  @Override
  public CommandLine command(Duration deadline) {
    return CommandLine.of(Path.of(name().path()))
        .withTimeout(deadline)
        .withOutputLimit(OUTPUT_LIMIT_BYTES);
  }
}
