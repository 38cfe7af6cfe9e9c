package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /sbin/kextload}, macOS 10.6 to 10.15 (kext_tools 177 to 623, kextload_main.c).
 *
 * <p>It prints nothing when it succeeds, and it succeeds for a kext that is already loaded. Its
 * exit status is that of the first failure, and never the kernel's own code.
 */
public record Kextload() implements LoadTool {
  @Override
  public ToolName name() {
    return ToolName.KEXTLOAD;
  }

  @Override
  public CommandLine command(Arguments arguments, Duration deadline) {
    List<String> words = new ArrayList<>();
    arguments
        .identifiers()
        .forEach(identifier -> words.addAll(List.of("-b", Argument.of(identifier))));
    arguments.dependencies().forEach(path -> words.addAll(List.of("-d", Argument.of(path))));
    arguments.repositories().forEach(path -> words.addAll(List.of("-r", Argument.of(path))));
    if (!arguments.bundles().isEmpty()) {
      words.add("--");
      arguments.bundles().forEach(path -> words.add(Argument.of(path)));
    }
    return CommandLine.of(Path.of(name().path()), words).withTimeout(deadline);
  }
}
