package io.github.kextmanager.testing.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files through which processes reach a simulated Mac on disk. */
public final class Toolchain {
  /** The folder, below that of the Mac, with all that a Mac has not. */
  public static final String FOLDER = ".simulated-mac";

  private static final List<String> FOLDERS_OF_TOOLS =
      List.of("bin", "sbin", "usr/sbin", "usr/bin", "usr/libexec");

  private static final String TOOL_MARK = " of a simulated Mac: ";

  private final Path mac;

  /**
   * The files in the folder of a Mac.
   *
   * @param mac the folder
   */
  public Toolchain(Path mac) {
    this.mac = mac;
  }

  /**
   * Writes them, where they are not there already as they should be. Processes that use them
   * meanwhile find the old or the new ones.
   *
   * @param java what answers for the tools
   * @param tools where on the Mac a file stands, and for which tool it stands there; any others are
   *     taken away
   */
  public void write(JavaProgram java, Map<String, String> tools) {
    try {
      Files.createDirectories(mac.resolve(FOLDER).resolve("stage"));
      put(mac.resolve(FOLDER).resolve("launcher"), launcher(java), "rw-r--r--");
      put(mac.resolve(FOLDER).resolve("enter"), resource("enter"), "rwxr-xr-x");
      removeAllBut(tools.keySet());
      for (Map.Entry<String, String> each : tools.entrySet()) {
        Path file = mac.resolve(each.getKey().substring(1));
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || isTool(file)) {
          put(file, tool(each.getKey(), each.getValue()), "rwxr-xr-x");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String launcher(JavaProgram java) throws IOException {
    return resource("launcher")
        .replace("@JAVA@", ShellWord.quote(java.java().toString()))
        .replace("@CLASS_PATH@", ShellWord.quote(java.classPath()))
        .replace("@ARCHIVE@", java.archive().map(Path::toString).map(ShellWord::quote).orElse(""));
  }

  private static String tool(String path, String tool) throws IOException {
    String[] up = new String[Path.of(path).getNameCount() - 1];
    Arrays.fill(up, "..");
    return resource("tool").replace("@TOOL@", tool).replace("@UP@", String.join("/", up));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Optional.ofNullable(Toolchain.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private void removeAllBut(Collection<String> tools) throws IOException {
    for (String folder : FOLDERS_OF_TOOLS) {
      Path real = mac.resolve(folder);
      if (Files.isDirectory(real)) {
        try (Stream<Path> entries = Files.list(real)) {
          for (Path entry : entries.toList()) {
            if (!tools.contains("/" + mac.relativize(entry)) && isTool(entry)) {
              Files.delete(entry);
            }
          }
        }
      }
    }
  }

  /**
   * Whether a file is a tool of a simulated Mac. What somebody else put there is no business of
   * ours; nor does a tool of ours stand for one of this machine.
   *
   * @param file the file
   * @return false also if it cannot be read
   */
  public static boolean isTool(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) < 1 << 12
          && new String(Files.readAllBytes(file), UTF_8).contains(TOOL_MARK);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void put(Path file, String text, String mode) throws IOException {
    if (Files.isRegularFile(file) && text.equals(new String(Files.readAllBytes(file), UTF_8))) {
      return;
    }
    Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    Files.writeString(fresh, text);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(mode));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
