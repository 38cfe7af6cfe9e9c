package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code /usr/bin/kmutil showloaded}, from macOS 11 (kmutil(8)). The table is on standard output;
 * the note "No variant specified" is not.
 */
public record KmutilShowloaded() implements LookTool {
  @Override
  public ToolName name() {
    return ToolName.KMUTIL;
  }

  @Override
  public CommandLine command(Duration deadline) {
    return CommandLine.of(Path.of(name().path()), "showloaded")
        .withTimeout(deadline)
        .withOutputLimit(OUTPUT_LIMIT_BYTES);
  }
}
