package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds the compiled classes to their layers, and to what they may use of the library: the
 * simulated Mac is a second opinion, and must not share the first one's.
 */
class PackageTableTest {
  private static final String BASE = "io.github.kextmanager";
  private static final Pattern EDGE = Pattern.compile("\\s+([\\w.]+)\\s+->\\s+([\\w.]+)\\s+.*");

  private static final Set<String> OF_THE_LIBRARY =
      Set.of(
          "model", "command", "command.record", "verdict", "lifecycle", "bundle", "plist", "macho");

  private static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("testing.log", 0),
          Map.entry("testing.predicate", 0),
          Map.entry("testing.store", 0),
          Map.entry("testing.toolchain", 0),
          Map.entry("testing.replay", 0),
          Map.entry("testing.query", 0),
          Map.entry("testing.kernel", 1),
          Map.entry("testing.disk", 2),
          Map.entry("testing.bundle", 3),
          Map.entry("testing.policy", 3),
          Map.entry("testing.panic", 3),
          Map.entry("testing.library", 4),
          Map.entry("testing.daemon", 5),
          Map.entry("testing.program", 6),
          Map.entry("testing.codesign", 7),
          Map.entry("testing.database", 7),
          Map.entry("testing.kmutil.arguments", 0),
          Map.entry("testing.offline", 7),
          Map.entry("testing.kmutil", 7),
          Map.entry("testing.machine", 7),
          Map.entry("testing.unifiedlog", 7),
          Map.entry("testing.system", 8),
          Map.entry("testing", 9),
          Map.entry("testing.junit", 10),
          Map.entry("testing.assertj", 10));

  /** What the offline tools alone may use: the vectors judge it and them alike. */
  private static final Set<String> OF_THE_LIBRARY_FOR_THE_OFFLINE_TOOLS =
      Set.of("validation", "dependency");

  private record Edge(String from, String to) {}

  @Test
  void every_package_stands_in_the_table() {
    assertThat(edges()).isNotEmpty().allMatch(edge -> LAYERS.containsKey(edge.from()));
  }

  @Test
  void packages_import_only_from_lower_layers() {
    assertThat(edges())
        .filteredOn(edge -> LAYERS.containsKey(edge.to()))
        .isNotEmpty()
        .allMatch(edge -> layer(edge.to()) < layer(edge.from()));
  }

  @Test
  void nothing_is_shared_with_the_library_but_its_values_and_its_file_formats() {
    assertThat(edges())
        .filteredOn(edge -> !LAYERS.containsKey(edge.to()))
        .isNotEmpty()
        .allMatch(edge -> OF_THE_LIBRARY.contains(edge.to()) || isOfAnOfflineTool(edge));
  }

  private static boolean isOfAnOfflineTool(Edge edge) {
    return edge.from().equals("testing.offline")
        && OF_THE_LIBRARY_FOR_THE_OFFLINE_TOOLS.contains(edge.to());
  }

  private static int layer(String name) {
    return LAYERS.getOrDefault(name, Integer.MAX_VALUE);
  }

  private static List<Edge> edges() {
    var report = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(report, true),
                new PrintWriter(report, true),
                "-verbose:package",
                "--multi-release",
                "17",
                "--ignore-missing-deps",
                "-filter:none",
                "--module-path",
                System.getProperty("jdk.module.path", System.getProperty("java.class.path")),
                "target/classes");
    assertThat(status).as(report.toString()).isZero();
    return report
        .toString()
        .lines()
        .map(EDGE::matcher)
        .filter(match -> match.matches() && match.group(1).startsWith(BASE + ".testing"))
        .filter(match -> match.group(2).startsWith(BASE + "."))
        .map(match -> new Edge(inside(match.group(1)), inside(match.group(2))))
        .filter(edge -> !edge.from().equals(edge.to()))
        .toList();
  }

  private static String inside(String name) {
    return name.substring(BASE.length() + 1);
  }
}
