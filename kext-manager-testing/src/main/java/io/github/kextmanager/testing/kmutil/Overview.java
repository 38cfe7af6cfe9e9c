package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Help;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kmutil} alone and {@code kmutil --help} print. The number of the sources is known for
 * 11.1 only, and for some updates of 15 and 27.
 */
final class Overview {
  private Overview() {}

  static List<String> lines(MacOsVersion release, List<Command> commands) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "OVERVIEW: kmutil: KernelManagement Utility (KernelManagement_executables-%s)"
            .formatted(sources(release)));
    lines.add("");
    lines.add("USAGE: kmutil <subcommand>");
    lines.add("");
    lines.add("OPTIONS:");
    Help.entry("-h, --help", "Show help information.").forEach(lines::add);
    lines.add("");
    lines.add("SUBCOMMANDS:");
    commands.stream()
        .flatMap(
            command -> Help.entry(command.name().substring("kmutil ".length()), command.overview()))
        .forEach(lines::add);
    lines.add("");
    lines.add("  See 'kmutil help <subcommand>' for detailed help.");
    return lines;
  }

  private static String sources(MacOsVersion release) {
    if (release.isAtLeast(Releases.TAHOE)) {
      return "514";
    }
    return release.isAtLeast(Releases.SEQUOIA) ? "463.100.7" : "102.60.20";
  }
}
