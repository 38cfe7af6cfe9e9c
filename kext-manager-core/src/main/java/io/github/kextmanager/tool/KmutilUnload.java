package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /usr/bin/kmutil unload}, from macOS 11 (kmutil(8)).
 *
 * <p>Status 3 says that a kext is not loaded. After a success the code stays mapped and the kext
 * stays in its collection, so it is there again after the next start.
 */
public record KmutilUnload() implements UnloadTool {
  @Override
  public ToolName name() {
    return ToolName.KMUTIL;
  }

  @Override
  public CommandLine command(List<BundleIdentifier> identifiers, Duration deadline) {
    List<String> words = new ArrayList<>(List.of("unload"));
    identifiers.forEach(identifier -> words.addAll(List.of("-b", Argument.of(identifier))));
    return CommandLine.of(Path.of(name().path()), words).withTimeout(deadline);
  }
}
