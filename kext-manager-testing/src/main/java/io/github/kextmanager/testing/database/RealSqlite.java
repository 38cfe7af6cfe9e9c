package io.github.kextmanager.testing.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sqlite3 of the machine that runs the test: without a shell, without its start-up file, with a
 * deadline, and in its safe mode, in which a statement reaches no other file and no other program.
 */
final class RealSqlite {
  /** The first is that of a machine whose Mac was entered; see the script for that. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("/.simulated-mac-host/sqlite3"),
          Path.of(Sqlite.PATH),
          Path.of("/usr/local/bin/sqlite3"),
          Path.of("/opt/homebrew/bin/sqlite3"));

  private static final int SECONDS = 10;
  private static final int MAXIMUM_OUTPUT = 1 << 20;

  private final Path executable;

  private RealSqlite(Path executable) {
    this.executable = executable;
  }

  static Optional<RealSqlite> installed() {
    return PLACES.stream()
        .filter(place -> Files.isExecutable(place) && !Toolchain.isTool(place))
        .findFirst()
        .map(RealSqlite::new)
        .filter(RealSqlite::hasSafeMode);
  }

  /** It came with 3.37. */
  private boolean hasSafeMode() {
    return run(List.of("-safe", "-version"), "", Channels.NONE) == 0;
  }

  /** Makes a database in the place of whatever lies there. */
  void create(Database database, Path file) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(fresh);
      var complaints = new StringBuilder();
      int status =
          run(
              List.of("-safe", "-bail", fresh.toString()),
              database.script(),
              new Channels(text -> {}, complaints::append));
      if (status != 0) {
        throw new IllegalStateException(
            "%s could not make %s: %s".formatted(executable, file, complaints));
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a database, which cannot be changed. */
  int ask(SqliteArguments arguments, Path file, Invocation invocation) {
    List<String> words = new ArrayList<>(List.of("-safe", "-readonly", "-batch"));
    arguments.options().stream().filter(option -> !words.contains(option)).forEach(words::add);
    words.add(file.toString());
    words.addAll(arguments.statements());
    return run(
        words,
        "",
        new Channels(
            invocation.stdout()::print,
            text ->
                invocation
                    .stderr()
                    .print(text.replace(file.toString(), arguments.file().orElse("")))));
  }

  private record Channels(Consumer<String> stdout, Consumer<String> stderr) {
    static final Channels NONE = new Channels(text -> {}, text -> {});
  }

  private int run(List<String> words, String input, Channels channels) {
    List<String> command = Stream.concat(Stream.of(executable.toString()), words.stream()).toList();
    try {
      Path folder = Files.createTempDirectory("sqlite");
      try {
        return run(command, input, folder, channels);
      } finally {
        for (String name : List.of("in", "out", "err")) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Through files, which neither side waits for. */
  private static int run(List<String> command, String input, Path folder, Channels channels)
      throws IOException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("HOME", folder.toString());
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    await(process);
    channels.stdout().accept(text(out));
    channels.stderr().accept(text(err));
    return process.exitValue();
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "The sqlite3 of this machine did not answer within %d seconds.".formatted(SECONDS));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sqlite3 was running.", e);
    }
  }

  private static String text(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(MAXIMUM_OUTPUT), UTF_8);
    }
  }
}
