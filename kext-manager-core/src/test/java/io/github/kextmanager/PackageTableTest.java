package io.github.kextmanager;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds the compiled classes to the table of packages: imports go from higher layers to lower ones.
 */
class PackageTableTest {
  private static final String BASE = "io.github.kextmanager";
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern EDGE = Pattern.compile("\\s+([\\w.]+)\\s+->\\s+([\\w.]+)\\s+.*");

  private static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("model", 0),
          Map.entry("command", 0),
          Map.entry("plist", 0),
          Map.entry("macho", 0),
          Map.entry("command.exec", 1),
          Map.entry("command.record", 1),
          Map.entry("verdict", 1),
          Map.entry("parse", 1),
          Map.entry("bundle", 1),
          Map.entry("journal", 1),
          Map.entry("panic", 1),
          Map.entry("classify", 2),
          Map.entry("lifecycle", 2),
          Map.entry("validation", 2),
          Map.entry("dependency", 3),
          Map.entry("host", 3),
          Map.entry("log", 3),
          Map.entry("tool", 4),
          Map.entry("operation", 5),
          Map.entry("doctor", 6),
          Map.entry("install", 6),
          Map.entry("plan", 7),
          Map.entry("guard", 7),
          Map.entry("", 8));

  /** The one package that may see each library. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.apache.commons.exec", "command.exec",
          "com.dd.plist", "tests only");

  @Test
  void every_package_stands_in_the_table() {
    Set<String> packages = edges().stream().map(Edge::from).collect(toCollection(TreeSet::new));

    assertThat(packages).isNotEmpty().allMatch(LAYERS::containsKey, "stands in the table");
  }

  @Test
  void packages_import_only_from_lower_layers() {
    List<String> offences =
        edges().stream()
            .filter(edge -> edge.to().isPresent())
            .filter(edge -> layer(edge.to().orElseThrow()) >= layer(edge.from()))
            .map(
                edge ->
                    "%s (layer %d) imports %s (layer %d)"
                        .formatted(
                            edge.from(),
                            layer(edge.from()),
                            edge.to().orElseThrow(),
                            layer(edge.to().orElseThrow())))
            .toList();

    assertThat(offences).isEmpty();
  }

  @Test
  void each_library_is_seen_by_its_one_package() {
    List<String> offences =
        edges().stream()
            .filter(
                edge ->
                    LIBRARIES.entrySet().stream()
                        .anyMatch(
                            library ->
                                edge.target().startsWith(library.getKey())
                                    && !library.getValue().equals(edge.from())))
            .map(edge -> edge.from() + " imports " + edge.target())
            .toList();

    assertThat(offences).isEmpty();
  }

  private static int layer(String name) {
    return LAYERS.getOrDefault(name, Integer.MAX_VALUE);
  }

  private static List<Edge> edges() {
    assertThat(Files.isDirectory(CLASSES)).as("%s holds the compiled classes", CLASSES).isTrue();
    var output = new StringWriter();
    var errors = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(output, true),
                new PrintWriter(errors, true),
                "-verbose:package",
                "--multi-release",
                "17",
                "--ignore-missing-deps",
                "-filter:none",
                "--module-path",
                System.getProperty("jdk.module.path", System.getProperty("java.class.path")),
                CLASSES.toString());
    assertThat(status).as(errors.toString()).isZero();
    return output
        .toString()
        .lines()
        .map(EDGE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> new Edge(matcher.group(1), matcher.group(2)))
        .filter(edge -> edge.source().startsWith(BASE) && !edge.source().equals(edge.target()))
        .toList();
  }

  /** An import, by the full names of the packages. */
  private record Edge(String source, String target) {
    String from() {
      return shortName(source);
    }

    Optional<String> to() {
      return target.equals(BASE) || target.startsWith(BASE + ".")
          ? Optional.of(shortName(target))
          : Optional.empty();
    }

    private static String shortName(String name) {
      return name.equals(BASE) ? "" : name.substring(BASE.length() + 1);
    }
  }
}
