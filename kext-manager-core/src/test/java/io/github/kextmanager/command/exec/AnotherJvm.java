package io.github.kextmanager.command.exec;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.kextmanager.command.CommandLine;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another JVM that runs one command with our runner: as another user, in another locale or in
 * another directory. Its classes are copied to where everybody may read them.
 */
final class AnotherJvm {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final String classPath;

  AnotherJvm(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<Path> places = new ArrayList<>();
    for (Class<?> type :
        List.of(
            RunOneCommand.class,
            ProcessCommandRunner.class,
            org.apache.commons.exec.CommandLine.class,
            Uninterruptibles.class)) {
      places.add(copy(placeOf(type), folder));
    }
    classPath = places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A command for this JVM's runner that starts the other one, in which another command runs. */
  CommandLine running(List<String> options, String timeout, List<String> argv) {
    List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    arguments.addAll(options);
    arguments.add(RunOneCommand.class.getName());
    arguments.add(timeout);
    arguments.addAll(argv);
    return CommandLine.of(JAVA, arguments);
  }

  /** The jar or folder from which a class comes. */
  private static Path placeOf(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    String url = String.valueOf(type.getResource("/" + file));
    String place = url.substring(0, url.length() - file.length());
    return Path.of(URI.create(place.replaceFirst("^jar:", "").replaceFirst("!?/$", "")));
  }

  private static Path copy(Path place, Path folder) throws IOException {
    Path copy = Files.createTempDirectory(folder, "place").resolve(place.getFileName());
    Files.setPosixFilePermissions(copy.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(place.relativize(file).toString()));
      }
    }
    return copy;
  }
}
