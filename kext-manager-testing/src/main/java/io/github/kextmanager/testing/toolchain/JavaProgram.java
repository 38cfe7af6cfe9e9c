package io.github.kextmanager.testing.toolchain;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What starts a JVM that can answer for a tool.
 *
 * @param java the program
 * @param classPath where it finds the classes of the simulated Mac and of what it needs
 * @param archive an archive of these classes that was made for this program and class path, from
 *     which they load faster
 */
public record JavaProgram(Path java, String classPath, Optional<Path> archive) {
  /** The system property that names the archive of the class path of this process. */
  private static final String ARCHIVE = "io.github.kextmanager.archive";

  /** One class of everything that has to be on the class path. */
  private static final List<String> NEEDED =
      List.of(
          "io.github.kextmanager.testing.SimulatedMac",
          "io.github.kextmanager.command.CommandLine",
          "com.google.gson.stream.JsonReader",
          "com.google.common.collect.ImmutableList",
          "com.google.common.util.concurrent.internal.InternalFutureFailureAccess",
          "com.dd.plist.NSObject",
          "org.jspecify.annotations.NullMarked");

  /**
   * The Java that runs this process, with what this process has on its class path or module path.
   *
   * @return the program
   */
  public static JavaProgram ofThisProcess() {
    Path java = real(Path.of(System.getProperty("java.home"), "bin", "java"));
    @Nullable String archive = System.getProperty(ARCHIVE);
    return archive == null
        ? new JavaProgram(java, ownClassPath(), Optional.empty())
        : new JavaProgram(
            java, System.getProperty("java.class.path"), Optional.of(Path.of(archive)));
  }

  private static String ownClassPath() {
    Set<String> places = new LinkedHashSet<>();
    for (String name : NEEDED) {
      place(name).map(Path::toString).ifPresent(places::add);
    }
    return String.join(File.pathSeparator, places);
  }

  /** What annotates alone, or serves another part of the library, need not be there. */
  private static Optional<Path> place(String className) {
    try {
      @Nullable CodeSource source =
          Class.forName(className, false, JavaProgram.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path real(Path java) {
    try {
      return Files.exists(java) ? java.toRealPath() : java;
    } catch (IOException e) {
      return java;
    }
  }
}
