package io.github.kextmanager.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.testing.disk.HostFiles;
import io.github.kextmanager.testing.toolchain.MacPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process that answers as a tool of a Mac on disk. The launcher starts it with where the Mac is
 * ({@code named} or {@code whole}), its folder, the path of the tool on the Mac, and the arguments
 * of the tool.
 */
final class ToolProcess {
  /** What sudo has made of the user, for the processes that it starts. */
  static final String UID = "SIMULATED_MAC_UID";

  private static final int FAULT = 70;
  private static final int NOT_FOUND = 127;

  /** Nobody waits for a real process on behalf of the Mac. */
  private static final Duration NO_DEADLINE = Duration.ofHours(1);

  private static final int MOST_OUTPUT_BYTES = 1 << 24;

  private final HostFiles host;
  private final Path folder;
  private final String tool;
  private final List<String> arguments;

  private ToolProcess(List<String> words) {
    this.host = words.get(0).equals("whole") ? HostFiles.SHOWN : HostFiles.HIDDEN;
    this.folder = Path.of(words.get(1));
    this.tool = words.get(2);
    this.arguments = words.subList(3, words.size());
  }

  /** Answers, and ends the process. */
  public static void main(String[] words) {
    Runtime.getRuntime().halt(run(List.of(words)));
  }

  /** Answers, and leaves the process as it is unless it is to end by a signal. */
  static int run(List<String> words) {
    return new ToolProcess(words).run();
  }

  private int run() {
    try {
      var others = new OutsidePrograms();
      CommandResult result = ask(others);
      return others.chosen().isPresent()
          ? others.chosen().get().run(arguments)
          : ProcessEnd.of(result);
    } catch (CommandNotStartedException e) {
      return complain(tool + ": No such file or directory", NOT_FOUND);
    } catch (OnDiskMacException | IllegalArgumentException e) {
      return complain(String.valueOf(e.getMessage()), FAULT);
    } catch (UncheckedIOException e) {
      return complain("its files cannot be reached: " + e.getCause(), FAULT);
    } catch (RuntimeException e) {
      return complain("a fault of its own: " + e, FAULT);
    }
  }

  private CommandResult ask(OutsidePrograms others) {
    var paths = new MacPaths(folder);
    Path directory = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    CommandLine command =
        CommandLine.of(
                Path.of(tool),
                arguments.stream().map(word -> paths.argument(word, directory)).toList())
            .withEnvironment(System.getenv())
            .withWorkingDirectory(paths.workingDirectory(directory))
            .withTimeout(NO_DEADLINE)
            .withOutputLimit(MOST_OUTPUT_BYTES);
    return OnDiskMac.at(folder)
        .turn(
            state -> new OnDiskTurn(folder, state, host, caller(state), others::find),
            turn -> OnDiskMac.answer(turn.mac(), command))
        .get();
  }

  /** Root is root; what sudo lets anybody else do is said in the state. */
  private static Caller caller(OnDiskState state) {
    if (isRoot()) {
      return Caller.ROOT;
    }
    return state.caller() == Caller.ROOT ? Caller.SUDOER_WITHOUT_PASSWORD : state.caller();
  }

  private static boolean isRoot() {
    @Nullable String uid = System.getenv(UID);
    return uid == null ? realUser().equals(Optional.of(0)) : uid.equals("0");
  }

  /** The effective user; a JVM does not tell it in any other way. */
  private static Optional<Object> realUser() {
    try {
      return Optional.of(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int complain(String message, int status) {
    System.err.writeBytes(("simulated Mac: " + message + "\n").getBytes(UTF_8));
    return status;
  }
}
