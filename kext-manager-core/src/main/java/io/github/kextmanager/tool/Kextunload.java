package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /sbin/kextunload}, macOS 10.6 to 10.15 (kext_tools 177 to 623, kextunload_main.c).
 *
 * <p>It prints nothing when it succeeds. It terminates the services of a kext first, and they stay
 * terminated if the unload then fails. Its status 3 says that at least one unload failed.
 */
public record Kextunload() implements UnloadTool {
  @Override
  public ToolName name() {
    return ToolName.KEXTUNLOAD;
  }

  @Override
  public CommandLine command(List<BundleIdentifier> identifiers, Duration deadline) {
    List<String> words = new ArrayList<>();
    identifiers.forEach(identifier -> words.addAll(List.of("-b", Argument.of(identifier))));
    return CommandLine.of(Path.of(name().path()), words).withTimeout(deadline);
  }
}
