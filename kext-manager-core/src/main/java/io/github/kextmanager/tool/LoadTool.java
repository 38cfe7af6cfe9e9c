package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A tool that loads kexts. */
public sealed interface LoadTool permits Kextload, KmutilLoad {
  /**
   * What to load.
   *
   * @param identifiers kexts by identifier, which the tools take first
   * @param bundles kexts by path
   * @param dependencies kexts that may be used as libraries
   * @param repositories folders to search for libraries
   */
  record Arguments(
      List<BundleIdentifier> identifiers,
      List<Path> bundles,
      List<Path> dependencies,
      List<Path> repositories) {
    /** Takes unmodifiable copies of the lists. */
    public Arguments {
      identifiers = List.copyOf(identifiers);
      bundles = List.copyOf(bundles);
      dependencies = List.copyOf(dependencies);
      repositories = List.copyOf(repositories);
    }
  }

  /**
   * Which tool this is.
   *
   * @return its name
   */
  ToolName name();

  /**
   * The command that loads.
   *
   * @param arguments what to load
   * @param deadline how long it may take
   * @return the command, without anything that makes it root
   * @throws IllegalArgumentException if an identifier or a path may not stand on a command line
   */
  CommandLine command(Arguments arguments, Duration deadline);
}
