package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.disk.Ownership;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import io.github.kextmanager.testing.kernel.KernelView;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A Mac inside the test: it answers the command lines of the kext tools with the text, on the
 * stream and with the exit status of a real one, and keeps what they change.
 *
 * <pre>{@code
 * try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build()) {
 *   Path widget = mac.install(TestKext.named("com.example.driver.Widget"));
 *   CommandLine load = CommandLine.of(Path.of("/sbin/kextload"), widget.toString());
 *
 *   mac.run(load); // status 27: system policy prevents loading
 *   mac.approve(BundleIdentifier.of("com.example.driver.Widget"));
 *   mac.run(load); // status 0, and nothing printed
 * }
 * }</pre>
 *
 * <p>Its files lie below {@link #root()}; paths in command lines are those of the Mac. What of a
 * real Mac it reproduces, what only nearly, and what nobody knows, is written down in {@code
 * docs/simulated-mac.md}.
 *
 * <p>Safe for use by multiple threads; one command runs at a time, and none takes any time.
 *
 * @since 0.1.0
 */
public final class SimulatedMac implements CommandRunner, AutoCloseable {
  private final Object lock = new Object();
  private final MacFolder folder;
  private final Terminal terminal;
  private final Faults faults;
  private final MacPolicy policy;
  private final Machine machine;

  SimulatedMac(MacFolder folder, Machine machine, Terminal terminal, FaultBoard board) {
    this.folder = folder;
    this.machine = machine;
    this.terminal = terminal;
    this.faults = new Faults(lock, board, machine);
    this.policy = new MacPolicy(lock, machine);
  }

  /**
   * A Mac to be.
   *
   * @param release the release of macOS that runs on it
   * @return a builder
   */
  public static SimulatedMacBuilder builder(MacOsVersion release) {
    return new SimulatedMacBuilder(release);
  }

  /**
   * A Mac whose kernel holds what the table of a real one shows, row for row.
   *
   * @param snapshot the table
   * @param release the release of macOS that runs on it
   * @return a builder
   */
  public static SimulatedMacBuilder from(KextSnapshot snapshot, MacOsVersion release) {
    return builder(release).holding(snapshot);
  }

  @Override
  public CommandResult run(CommandLine command) {
    synchronized (lock) {
      return terminal.run(command);
    }
  }

  /**
   * The folder that is {@code /} on the Mac. It is made when somebody first asks for it: in memory
   * ({@code /dev/shm}) where there is room for it, else, or if {@code java.io.tmpdir} is not {@code
   * /tmp}, where that says.
   *
   * @return an absolute path of the machine that runs the test
   */
  public Path root() {
    synchronized (lock) {
      return folder.path();
    }
  }

  /**
   * Puts a kext on the disk. A bundle that lies there already is written over.
   *
   * @param kext the kext
   * @return the absolute path of the bundle, as seen on the Mac
   */
  public Path install(TestKext kext) {
    synchronized (lock) {
      kext.writeTo(machine.disk());
      return kext.path();
    }
  }

  /**
   * Changes the owner of one file or folder. Everything belongs to root:wheel until then.
   *
   * @param path an absolute path, as seen on the Mac
   * @param uid the user
   * @param gid the group
   */
  public void changeOwner(Path path, int uid, int gid) {
    synchronized (lock) {
      machine.disk().ownership().changeOwner(path, new Owner(uid, gid));
    }
  }

  /**
   * Changes the mode of one file or folder. Only root may write until then.
   *
   * @param path an absolute path, as seen on the Mac
   * @param mode the mode bits, such as {@code 0775}
   */
  public void changeMode(Path path, int mode) {
    synchronized (lock) {
      machine.disk().ownership().changeMode(path, mode);
    }
  }

  /**
   * What may be loaded, and who says so.
   *
   * @return everything that people, organisations and Apple can do about it
   */
  public MacPolicy policy() {
    return policy;
  }

  /**
   * Whose a file or folder is. The files below {@link #root} belong to whoever runs the test.
   *
   * @param path an absolute path, as seen on the Mac
   * @return owner and mode, as the tools of this Mac see them
   */
  public FileOwner owner(Path path) {
    synchronized (lock) {
      Ownership ownership = machine.disk().ownership();
      Owner owner = ownership.owner(path);
      return new FileOwner(owner.uid(), owner.gid(), ownership.mode(path));
    }
  }

  /**
   * Allows a kext, as the person at the Mac does in System Preferences, or MDM before anybody
   * asked.
   *
   * @param identifier the kext
   */
  public void approve(BundleIdentifier identifier) {
    policy.approve(identifier);
  }

  /**
   * Allows every kext of a team.
   *
   * @param team the team identifier
   */
  public void approveTeam(String team) {
    policy.approveTeam(team);
  }

  /**
   * Takes the permission of a kext back. It stays loaded if it is.
   *
   * @param identifier the kext
   */
  public void deny(BundleIdentifier identifier) {
    policy.deny(identifier);
  }

  /**
   * The kexts that the person at the Mac was asked about and has not decided on.
   *
   * @return their identifiers, in the order in which they came up
   */
  public List<BundleIdentifier> awaitingApproval() {
    return policy.awaitingApproval();
  }

  /**
   * Restarts the Mac the way it was started: what was loaded by hand is gone, and a new boot
   * session begins.
   */
  public void restart() {
    synchronized (lock) {
      machine.restart(machine.start());
    }
  }

  /**
   * Restarts the Mac in another way than it was started last.
   *
   * @param mode the way
   */
  public void restart(BootMode mode) {
    synchronized (lock) {
      machine.restart(mode == BootMode.SAFE ? Start.SAFE : Start.NORMAL);
    }
  }

  /**
   * Restarts a Mac with Apple silicon by way of recoveryOS, where its owner changes what may be
   * loaded.
   *
   * @param security what the owner chooses
   * @throws IllegalStateException if the Mac has no Apple silicon
   */
  public void restart(BootSecurity security) {
    restartThroughRecovery(recovery -> recovery.chooseBootSecurity(security));
  }

  /**
   * Restarts the Mac by way of recoveryOS.
   *
   * @param changes what its owner does there
   */
  public void restartThroughRecovery(Consumer<Recovery> changes) {
    synchronized (lock) {
      changes.accept(new Recovery(machine));
      machine.restart(Start.NORMAL);
    }
  }

  /**
   * Installs a newer macOS and restarts. Kexts and approvals are kept; a kext that is there when
   * the Mac comes to 10.13 needs no approval.
   *
   * @param newer the release
   * @throws IllegalArgumentException if it is not newer, or does not run on this Mac
   */
  public void upgrade(MacOsVersion newer) {
    synchronized (lock) {
      Upgrade.to(newer, machine);
      terminal.reinstall();
    }
  }

  /**
   * Lets time pass on the Mac, in no time.
   *
   * @param time how much
   * @throws IllegalArgumentException if it is negative
   */
  public void advance(Duration time) {
    synchronized (lock) {
      machine.clock().advance(time);
    }
  }

  /**
   * The boot session, which is another one after every restart ({@code kern.bootsessionuuid}).
   *
   * @return its UUID
   */
  public UUID bootSession() {
    synchronized (lock) {
      return machine.boot().session();
    }
  }

  /**
   * Adds a live instance of a class of a loaded kext, as when a program opens a device.
   *
   * @param identifier the kext
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded
   */
  public void openInstance(BundleIdentifier identifier, String className) {
    synchronized (lock) {
      machine.kernel().openInstance(identifier.value(), className);
    }
  }

  /**
   * Takes a live instance of a class of a loaded kext away.
   *
   * @param identifier the kext
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded, or has no such instance
   */
  public void closeInstance(BundleIdentifier identifier, String className) {
    synchronized (lock) {
      machine.kernel().closeInstance(identifier.value(), className);
    }
  }

  /**
   * Lets something go wrong with the next command, whatever it is.
   *
   * @param fault what goes wrong
   */
  public void nextCommand(Fault fault) {
    faults.onAnyCommand().next().inject(fault);
  }

  /**
   * Lets something go wrong with the next command that runs a tool, itself or through sudo.
   *
   * @param tool the tool
   * @param fault what goes wrong
   */
  public void nextCommand(ToolName tool, Fault fault) {
    faults.on(tool).next().inject(fault);
  }

  /**
   * What is to go wrong, and when: {@code mac.faults().on(ToolName.KEXTLOAD).at(2).inject(new
   * Fault.Killed(9))}.
   *
   * @return the faults of this Mac
   */
  public Faults faults() {
    return faults;
  }

  /**
   * What the kernel holds, whatever a tool would print of it.
   *
   * @return a snapshot of now, in load order
   */
  public KextSnapshot kernel() {
    synchronized (lock) {
      return KernelView.snapshot(machine.clock().instant(), machine.kernel().loadedKexts());
    }
  }

  /**
   * What was asked so far.
   *
   * @return the commands in the order in which they came
   */
  public List<CommandLine> commands() {
    synchronized (lock) {
      return terminal.commands();
    }
  }

  Machine machine() {
    return machine;
  }

  /**
   * What was asked and answered, and what the kernel holds now, as people read it: for the message
   * of a test that failed. Of more than 100 commands the last ones are there, and of a long output
   * its beginning.
   *
   * @return some lines of text, in no format to rely on
   */
  public String transcript() {
    synchronized (lock) {
      return "A simulated Mac with macOS %s (%s)\n%s%s"
          .formatted(
              machine.platform().release(),
              machine.platform().architecture().columnText(),
              terminal.transcript(),
              KernelText.of(kernel().kexts()));
    }
  }

  /** Deletes the files of the Mac. */
  @Override
  public void close() {
    folder.close();
  }
}
