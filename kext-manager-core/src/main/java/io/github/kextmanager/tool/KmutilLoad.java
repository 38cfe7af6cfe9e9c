package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /usr/bin/kmutil load}, from macOS 11 (kmutil(8)).
 *
 * <p>Asked directly, because {@code kextload} is only a shim over it there, which drops options in
 * silence (kext_tools-779, kextload.m). It knows no candidate libraries apart from targets, so a
 * dependency becomes a target, as the shim has it. It answers "approval is owed" with status 27 and
 * "a restart is owed" with 28; both are steps on the way to success.
 */
public record KmutilLoad() implements LoadTool {
  @Override
  public ToolName name() {
    return ToolName.KMUTIL;
  }

  @Override
  public CommandLine command(Arguments arguments, Duration deadline) {
    List<String> words = new ArrayList<>(List.of("load"));
    arguments
        .identifiers()
        .forEach(identifier -> words.addAll(List.of("-b", Argument.of(identifier))));
    arguments.bundles().forEach(path -> words.addAll(List.of("-p", Argument.of(path))));
    arguments.dependencies().forEach(path -> words.addAll(List.of("-p", Argument.of(path))));
    arguments.repositories().forEach(path -> words.addAll(List.of("-r", Argument.of(path))));
    return CommandLine.of(Path.of(name().path()), words).withTimeout(deadline);
  }
}
