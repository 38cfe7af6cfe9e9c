package io.github.kextmanager.cli.mac;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.KextManagerBuilder;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.doctor.DoctorsLook;
import io.github.kextmanager.lifecycle.Deadlines;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The Mac that the options choose, for as long as the command runs. */
public final class ChosenMac implements AutoCloseable {
  private final KextManager manager;
  private final Optional<ReachedMac> simulated;
  private final Optional<RunRecording> recording;
  private final Console console;
  private final Set<Path> brought = new HashSet<>();
  private final InterruptOnExit interrupt = InterruptOnExit.ofThisThread();

  private ChosenMac(
      KextManager manager,
      Optional<ReachedMac> simulated,
      Optional<RunRecording> recording,
      Console console) {
    this.manager = manager;
    this.console = console;
    this.simulated = simulated;
    this.recording = recording;
  }

  /** What of it a command needs. A simulated Mac without files is there sooner. */
  public enum Need {
    /** What its kernel holds. */
    KERNEL,
    /** Its files as well. */
    KERNEL_AND_FILES
  }

  /**
   * Reaches it.
   *
   * @throws io.github.kextmanager.model.NotAMacException if it should be this machine, and that is
   *     none
   * @throws UsageException if the options do not go together
   */
  public static ChosenMac of(GlobalOptions options, Need need, Console console) {
    KextManagerBuilder builder = KextManager.builder().warnings(console::complain);
    if (options.timeout().isPresent()) {
      builder.deadlines(Deadlines.ofEach(options.timeout().get()));
    }
    if (options.journal().isPresent()) {
      builder.journal(
          options.journal().get(), "kextm, for " + System.getProperty("user.name", "somebody"));
    }
    Optional<ReachedMac> reached = reach(options, console);
    if (reached.isPresent()) {
      ReachedMac host = reached.get();
      try {
        host.connect(builder, need);
        Optional<RunRecording> recording =
            RunRecording.of(options, " on a " + host.name(), console);
        if (recording.isPresent()) {
          builder.decorator(recording.get());
        }
        return new ChosenMac(builder.build(), reached, recording, console);
      } catch (RuntimeException e) {
        host.close();
        throw e;
      }
    }
    Optional<RunRecording> recording = RunRecording.of(options, "", console);
    if (recording.isPresent() && options.root().isEmpty()) {
      builder.decorator(recording.get());
    }
    KextManager thisMac = builder.build();
    if (options.root().isPresent()) {
      throw new UsageException(
          "--root needs --simulate or --simulate-from here: files would be read below "
              + options.root().get()
              + ", but commands would change this very Mac.");
    }
    return new ChosenMac(thisMac, Optional.empty(), recording, console);
  }

  private static Optional<ReachedMac> reach(GlobalOptions options, Console console) {
    if (options.mac().isPresent()) {
      return Optional.of(StandingHost.in(options.mac().get()));
    }
    boolean simulated = options.simulated().isPresent() || options.simulatedFrom().isPresent();
    return simulated ? Optional.of(SimulatedHost.start(options, console)) : Optional.empty();
  }

  /** What loads, unloads and looks there. */
  public KextManager manager() {
    return manager;
  }

  /** A look at this Mac for a diagnosis, which reads the journal if there is one. */
  public DoctorsLook look(GlobalOptions options) {
    DoctorsLook look = manager.examination();
    DoctorsLook seeing = simulated.isPresent() ? look.seeing(simulated.get().ownership()) : look;
    return options.journal().isPresent() ? seeing.reading(options.journal().get()) : seeing;
  }

  /** Its name, if it is a simulated one. */
  public Optional<String> name() {
    return simulated.isPresent() ? Optional.of(simulated.get().name()) : Optional.empty();
  }

  /**
   * The path that a word names, as seen on the Mac.
   *
   * @throws UsageException if it cannot be one
   */
  public Path path(String word) {
    Path path = PathWord.plain(word);
    if (simulated.isPresent() && !path.isAbsolute()) {
      throw new UsageException(
          "On a simulated Mac a path is absolute, as seen there, not \"" + word + "\".");
    }
    Path absolute = path.toAbsolutePath().normalize();
    if (simulated.isPresent() && brought.add(absolute)) {
      simulated.get().bring(absolute).ifPresent(why -> console.say("kextm: " + why));
    }
    return absolute;
  }

  @Override
  public void close() {
    interrupt.close();
    if (recording.isPresent()) {
      recording.get().close();
    }
    if (simulated.isPresent()) {
      simulated.get().close();
    }
  }
}
