package io.github.kextmanager;

import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.exec.ProcessCommandRunner;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.journal.Journal;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Deadlines;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.lifecycle.Pause;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.NotAMacException;
import io.github.kextmanager.operation.AuditTrail;
import io.github.kextmanager.operation.Host;
import io.github.kextmanager.operation.Mac;
import io.github.kextmanager.operation.Memory;
import io.github.kextmanager.operation.Turn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link KextManager} together. Everything has a default.
 *
 * <p>Not thread-safe; the managers that it builds are.
 */
public final class KextManagerBuilder {
  private @Nullable CommandRunner runner;
  private UnaryOperator<CommandRunner> decorator = UnaryOperator.identity();
  private Path root = Path.of("/");
  private Optional<MacOsVersion> release = Optional.empty();
  private Optional<Privilege> privilege = Optional.empty();
  private Deadlines deadlines = Deadlines.DEFAULT;
  private KernelLogUse kernelLog = KernelLogUse.ON_REFUSAL;
  private Optional<Path> journal = Optional.empty();
  private String author = "";
  private Pause pause =
      duration -> TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(duration));
  private InstantSource clock = Clock.systemUTC();
  private LongSupplier ticker = System::nanoTime;
  private Executor executor = KextManagerBuilder::onNewThread;
  private Consumer<CommandRecord> auditListener = record -> {};
  private Consumer<String> warnings = KextManagerBuilder::log;

  KextManagerBuilder() {}

  /**
   * What runs the commands. Default: processes on this machine, which must be a Mac.
   *
   * @param runner a runner, such as a simulated Mac
   * @return this
   */
  public KextManagerBuilder runner(CommandRunner runner) {
    this.runner = runner;
    return this;
  }

  /**
   * What stands before the runner, such as a {@linkplain
   * io.github.kextmanager.command.record.Recorder#around recorder}. Default: nothing.
   *
   * @param decorator makes a runner around the one given or, if none was given, around the one that
   *     starts processes
   * @return this
   */
  public KextManagerBuilder decorator(UnaryOperator<CommandRunner> decorator) {
    this.decorator = decorator;
    return this;
  }

  /**
   * The folder below which the files of the Mac are. Default: {@code /}.
   *
   * @param root an absolute path
   * @return this
   * @throws IllegalArgumentException if the path is not absolute
   */
  public KextManagerBuilder root(Path root) {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException(
          "The root must be an absolute path, not \"" + root + "\".");
    }
    this.root = root;
    return this;
  }

  /**
   * The release of macOS. Default: {@code sw_vers} is asked, once.
   *
   * @param release the release
   * @return this
   * @throws io.github.kextmanager.model.KextException at {@link #build}, if it is before 10.6
   */
  public KextManagerBuilder release(MacOsVersion release) {
    this.release = Optional.of(release);
    return this;
  }

  /**
   * How to become root. Default: {@code id -u} is asked, once; if this is not root, through {@code
   * /usr/bin/sudo -n}.
   *
   * @param privilege the way
   * @return this
   */
  public KextManagerBuilder privilege(Privilege privilege) {
    this.privilege = Optional.of(privilege);
    return this;
  }

  /**
   * How long commands may take. Default: {@link Deadlines#DEFAULT}.
   *
   * @param deadlines the deadlines
   * @return this
   */
  public KextManagerBuilder deadlines(Deadlines deadlines) {
    this.deadlines = deadlines;
    return this;
  }

  /**
   * Whether the log of the Mac is asked, after a refusal, for what the kernel said. Default: it is.
   *
   * @param kernelLog when it is asked
   * @return this
   */
  public KextManagerBuilder kernelLog(KernelLogUse kernelLog) {
    this.kernelLog = kernelLog;
    return this;
  }

  /**
   * Where to remember what is owed, and what is under way, through crashes and restarts. Several
   * programs may share a journal. Default: nothing is remembered.
   *
   * @param file a file of this machine, in a folder that is made if need be; it is not looked for
   *     below the root
   * @param author who asks, in words that mean something to whoever reads the journal
   * @return this
   */
  public KextManagerBuilder journal(Path file, String author) {
    this.journal = Optional.of(file);
    this.author = author;
    return this;
  }

  /**
   * How to let time pass while waiting. Default: the thread sleeps.
   *
   * @param pause lets it pass
   * @return this
   */
  public KextManagerBuilder pause(Pause pause) {
    this.pause = pause;
    return this;
  }

  /**
   * The wall clock that dates snapshots and records. Default: the system's.
   *
   * @param clock the clock
   * @return this
   */
  public KextManagerBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * The clock by which waiting is counted. Default: {@link System#nanoTime}, which does not jump
   * when somebody sets the time, and on a Mac stands still while it sleeps.
   *
   * @param ticker nanoseconds since any moment, never fewer than before
   * @return this
   */
  public KextManagerBuilder ticker(LongSupplier ticker) {
    this.ticker = ticker;
    return this;
  }

  /**
   * Who does the work of {@link KextManager#start}. Default: a new daemon thread for each.
   *
   * @param executor the executor. On platform threads: up to JDK 23 a virtual thread that waits for
   *     a process holds its carrier
   * @return this
   */
  public KextManagerBuilder executor(Executor executor) {
    this.executor = executor;
    return this;
  }

  /**
   * Who hears of each command that ran as root, as it ends and on the thread that ran it. Default:
   * nobody; {@link KextManager#audit} keeps the last ones anyway.
   *
   * @param listener the listener. What it throws is logged, and does not stop the change
   * @return this
   */
  public KextManagerBuilder auditListener(Consumer<CommandRecord> listener) {
    this.auditListener = listener;
    return this;
  }

  /**
   * Who is told what does not stop a change and must not be lost: that a journal could not be read,
   * or how a change came out not be written. Default: the {@link System.Logger} of this class.
   *
   * @param warnings is told a sentence, on the thread of the change
   * @return this
   */
  public KextManagerBuilder warnings(Consumer<String> warnings) {
    this.warnings = warnings;
    return this;
  }

  private static void log(String warning) {
    System.getLogger(KextManagerBuilder.class.getName()).log(System.Logger.Level.WARNING, warning);
  }

  /**
   * The manager.
   *
   * @return a new manager
   * @throws NotAMacException if no runner was given and this machine is not a Mac
   * @throws IllegalStateException if a root other than {@code /} was given without a runner
   * @throws io.github.kextmanager.model.KextException if the release is before 10.6
   */
  public KextManager build() {
    if (runner == null && !root.equals(Path.of("/"))) {
      throw new IllegalStateException(
          "Files would be read below %s, but commands would change this very system; give a runner that goes with that root."
              .formatted(root));
    }
    var host = new Host(release, privilege, deadlines.look());
    CommandRunner commands = decorator.apply(runner == null ? localRunner() : runner);
    var mac =
        new Mac(
            commands,
            root,
            host,
            deadlines,
            clock,
            new AuditTrail(auditListener),
            new Turn(),
            kernelLog,
            new Memory(
                journal.map(file -> new Journal(file, deadlines.journal())),
                author,
                clock,
                new HostProbe(commands, root, new Privilege.None(), deadlines.look()),
                warnings),
            pause,
            ticker);
    return new KextManager(mac, executor);
  }

  private static CommandRunner localRunner() {
    String system = System.getProperty("os.name", "an unknown system");
    if (!system.startsWith("Mac")) {
      throw new NotAMacException(system);
    }
    return new ProcessCommandRunner();
  }

  private static void onNewThread(Runnable work) {
    Thread thread = new Thread(work, "kext-manager-operation");
    thread.setDaemon(true);
    thread.start();
  }
}
