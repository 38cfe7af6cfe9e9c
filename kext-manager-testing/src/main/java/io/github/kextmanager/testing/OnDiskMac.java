package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.testing.store.FolderLock;
import io.github.kextmanager.testing.store.StateException;
import io.github.kextmanager.testing.store.StateFile;
import io.github.kextmanager.testing.toolchain.JavaProgram;
import io.github.kextmanager.testing.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A simulated Mac that stands in a folder and keeps its state there, for programs in any language.
 * Beside the files of the Mac the folder has, in {@code sbin}, {@code usr/sbin} and {@code
 * usr/bin}, an executable for each of its tools.
 *
 * <pre>{@code
 * OnDiskMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).buildAt(folder);
 * mac.change(it -> it.install(TestKext.of("com.example.Widget")));
 * new ProcessBuilder(folder + "/sbin/kextload", "/Library/Extensions/Widget.kext").start();
 * }</pre>
 *
 * <p>Any number of processes may use it at the same time: they take turns. One that is killed gives
 * up its turn, and has changed everything or nothing. What paths mean, and who owns what, is
 * written down in {@code docs/simulated-mac.md}.
 *
 * <p>Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class OnDiskMac implements CommandRunner {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final StateFile<OnDiskState> file;

  private OnDiskMac(Path folder) {
    this.folder = folder;
    this.file =
        new StateFile<>(
            folder.resolve(Toolchain.FOLDER), "state.json", OnDiskState.class, OnDiskState.FORMAT);
  }

  /**
   * The Mac that stands in a folder.
   *
   * @param folder the folder
   * @return the Mac
   * @throws OnDiskMacException if there is none
   */
  public static OnDiskMac at(Path folder) {
    try {
      OnDiskMac mac = new OnDiskMac(folder.toRealPath());
      if (mac.file.exists()) {
        return mac;
      }
    } catch (IOException e) {
      throw new OnDiskMacException("There is no folder " + folder + ".", e);
    }
    throw new OnDiskMacException("No simulated Mac stands in " + folder + ".");
  }

  /** Lets a Mac stand in a folder that holds its files. */
  static OnDiskMac create(Path folder, OnDiskState first) {
    OnDiskMac mac = new OnDiskMac(folder);
    mac.writeTools(first);
    mac.file.write(first);
    return mac;
  }

  /**
   * The folder that is {@code /} on the Mac.
   *
   * @return an absolute path of this machine, with all symbolic links followed
   */
  public Path root() {
    return folder;
  }

  /**
   * Where the programs of the Mac are.
   *
   * @return folders for the {@code PATH}, in the order of a Mac
   */
  public List<Path> programFolders() {
    return List.of(folder.resolve("usr/bin"), folder.resolve("usr/sbin"), folder.resolve("sbin"));
  }

  /**
   * The shell script that runs a command in a namespace where this Mac is the Mac.
   *
   * @return its path; its arguments are the command
   */
  public Path enterScript() {
    return folder.resolve(Toolchain.FOLDER).resolve("enter");
  }

  /**
   * Makes the programs of the Mac anew where they are not as this version writes them, or start
   * another Java than the one that runs now.
   *
   * @throws OnDiskMacException if they cannot be written
   */
  public void renewTools() {
    if (mayWrite()) {
      writeTools(read());
    }
  }

  private void writeTools(OnDiskState state) {
    new Toolchain(folder)
        .write(JavaProgram.ofThisProcess(), new OnDiskTurn(folder, state).programs());
  }

  /**
   * Does something to the Mac, such as to approve a kext or to restart. Nobody else changes it
   * meanwhile.
   *
   * @param change what to do; if it throws, the state stays as it was
   * @throws OnDiskMacException if the state cannot be read or written
   */
  public void change(Consumer<? super SimulatedMac> change) {
    ask(
        mac -> {
          change.accept(mac);
          return true;
        });
  }

  /**
   * Asks the Mac something, or does something to it that has a result.
   *
   * @param question what to ask; if it throws, the state stays as it was
   * @param <T> the type of the answer
   * @return the answer
   * @throws OnDiskMacException if the state cannot be read or written
   */
  public <T> T ask(Function<? super SimulatedMac, ? extends T> question) {
    return turn(state -> new OnDiskTurn(folder, state), turn -> question.apply(turn.mac()));
  }

  @Override
  public CommandResult run(CommandLine command) {
    return ask(mac -> answer(mac, command)).get();
  }

  /** That a program is not there is an answer, too: what led to it has happened. */
  static Supplier<CommandResult> answer(SimulatedMac mac, CommandLine command) {
    try {
      CommandResult result = mac.run(command);
      return () -> result;
    } catch (CommandNotStartedException e) {
      return () -> {
        throw e;
      };
    }
  }

  /**
   * What there is to say about it now.
   *
   * @return a report
   * @throws OnDiskMacException if the state cannot be read
   */
  public MacReport report() {
    return new OnDiskTurn(folder, read()).report();
  }

  /** Takes a turn, and keeps what it has changed. */
  <T> T turn(
      Function<OnDiskState, OnDiskTurn> begin, Function<? super OnDiskTurn, ? extends T> play) {
    if (!mayWrite()) {
      OnDiskState state = read();
      OnDiskTurn turn = begin.apply(state);
      T result = play.apply(turn);
      if (!file.holds(turn.state())) {
        throw new OnDiskMacException(
            "The state of the simulated Mac in %s may not be changed by this user."
                .formatted(folder));
      }
      return result;
    }
    try {
      return FolderLock.holding(lockFile(), PATIENCE, () -> inTurn(begin, play));
    } catch (StateException e) {
      throw new OnDiskMacException(String.valueOf(e.getMessage()), e);
    }
  }

  private <T> T inTurn(
      Function<OnDiskState, OnDiskTurn> begin, Function<? super OnDiskTurn, ? extends T> play) {
    OnDiskState state = file.read();
    OnDiskTurn turn = begin.apply(state);
    Set<String> programs = turn.programs().keySet();
    T result = play.apply(turn);
    OnDiskState changed = turn.state();
    if (!file.holds(changed)) {
      file.write(changed);
    }
    if (!turn.programs().keySet().equals(programs)) {
      writeTools(changed);
    }
    return result;
  }

  private OnDiskState read() {
    try {
      return file.read();
    } catch (StateException e) {
      throw new OnDiskMacException(String.valueOf(e.getMessage()), e);
    }
  }

  private boolean mayWrite() {
    return Files.isWritable(folder.resolve(Toolchain.FOLDER));
  }

  private Path lockFile() {
    return folder.resolve(Toolchain.FOLDER).resolve("lock");
  }
}
