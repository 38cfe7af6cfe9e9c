package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.journal.Journal;
import io.github.kextmanager.journal.JournalException;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.panic.PanicReports;
import io.github.kextmanager.tool.EffectiveUser;
import io.github.kextmanager.tool.LookTool;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a Mac once: about a dozen processes, the folders for extensions, the reports of panics.
 *
 * <p>Immutable. Each of its methods gives a look that does one thing more.
 */
public final class DoctorsLook {
  private static final MacOsVersion MOUNTAIN_LION = new MacOsVersion(10, 8, 0);
  private static final String PANICS = "/Library/Logs/DiagnosticReports";

  private final CommandRunner runner;
  private final Path root;
  private final Duration deadline;
  private final Ownership ownership;
  private final Optional<Path> journal;

  private DoctorsLook(
      CommandRunner runner,
      Path root,
      Duration deadline,
      Ownership ownership,
      Optional<Path> journal) {
    this.runner = runner;
    this.root = root;
    this.deadline = deadline;
    this.ownership = ownership;
    this.journal = journal;
  }

  /**
   * A look at a Mac.
   *
   * @param runner runs the programs of the Mac
   * @param root the folder below which its files are
   * @param deadline how long each program may take
   * @return the look
   */
  public static DoctorsLook at(CommandRunner runner, Path root, Duration deadline) {
    return new DoctorsLook(runner, root, deadline, Ownership.ofFileSystem(), Optional.empty());
  }

  /**
   * The same with other owners of files.
   *
   * @param owners what is taken for owners and modes
   * @return the look
   */
  public DoctorsLook seeing(Ownership owners) {
    return new DoctorsLook(runner, root, deadline, owners, journal);
  }

  /**
   * The same with the journal in which this library notes what is owed.
   *
   * @param file the journal, on this machine
   * @return the look
   */
  public DoctorsLook reading(Path file) {
    return new DoctorsLook(runner, root, deadline, ownership, Optional.of(file));
  }

  /**
   * Looks.
   *
   * @return a doctor who knows the Mac as it is now
   * @throws QueryFailedException if the release of macOS cannot be found out, without which nothing
   *     can be judged
   * @throws CommandInterruptedException if the thread is interrupted
   */
  public Doctor look() {
    HostFacts facts = new HostProbe(runner, root, privilege(), deadline).ask();
    TargetMac target = target(facts);
    Opening folders = folders(root, target);
    var seen =
        new MacSeen(
            target,
            root,
            MacSeen.Presence.THE_MAC_ITSELF,
            facts,
            loaded(target.release()),
            KextRepository.of(folders, root, target, ownership),
            panics(),
            journal());
    return new Doctor(seen, folders, ownership, Optional.of(this));
  }

  static Doctor withoutMac(Path root, TargetMac target) {
    Opening folders = folders(root, target);
    Ownership ownership = Ownership.ofFileSystem();
    var seen =
        new MacSeen(
            target,
            root,
            MacSeen.Presence.FILES_ALONE,
            FactsWithoutMac.of(target),
            FactsWithoutMac.unknown(Toolset.of(target.release()).look().name().path()),
            KextRepository.of(folders, root, target, ownership),
            FactsWithoutMac.unknown(PANICS),
            FactsWithoutMac.unknown("the journal"));
    return new Doctor(seen, folders, ownership, Optional.empty());
  }

  /** The same Mac with other bundles. */
  static MacSeen seeing(MacSeen mac, Opening bundles, Ownership ownership) {
    return new MacSeen(
        mac.target(),
        mac.root(),
        mac.presence(),
        mac.facts(),
        mac.loaded(),
        KextRepository.of(bundles, mac.root(), mac.target(), ownership),
        mac.panics(),
        mac.journal());
  }

  ReportDocuments documents(MacSeen mac) {
    return new ReportDocuments(runner, mac, deadline);
  }

  private static Opening folders(Path root, TargetMac target) {
    var opener = new BundleOpener(root, target);
    List<Opening> folders =
        ExtensionFolders.of(target.release()).stream().map(opener::openFolder).toList();
    return Opening.inOrder(folders);
  }

  private TargetMac target(HostFacts facts) {
    MacOsVersion release =
        facts
            .release()
            .value()
            .orElseThrow(
                () ->
                    new QueryFailedException(
                        "The release of macOS could not be found out: "
                            + Ground.of(facts.release()).text(),
                        List.of()));
    return new TargetMac(
        release, architecture(release, facts), facts.boot().value().orElse(BootMode.NORMAL));
  }

  private Architecture architecture(MacOsVersion release, HostFacts facts) {
    if (facts.chip().value().filter(Chip.APPLE_SILICON::equals).isPresent()) {
      return Architecture.ARM64E;
    }
    // Kernels of 10.6 and 10.7 have either width, whatever the processor.
    return !release.isAtLeast(MOUNTAIN_LION) && kernelIs32Bit()
        ? Architecture.I386
        : Architecture.X86_64;
  }

  private boolean kernelIs32Bit() {
    var uname = CommandLine.of(Path.of("/usr/bin/uname"), "-m").withTimeout(deadline);
    try {
      return runner.run(uname).stdout().text().strip().equals("i386");
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException notThere) {
      return false;
    }
  }

  /** The database of approvals is for root. */
  private Privilege privilege() {
    var user = new EffectiveUser();
    try {
      return user.isRoot(runner.run(user.command(deadline)))
          ? new Privilege.AlreadyRoot()
          : new Privilege.Sudo();
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException | KextException failed) {
      return new Privilege.Sudo();
    }
  }

  private HostFact<KextSnapshot> loaded(MacOsVersion release) {
    LookTool tool = Toolset.of(release).look();
    CommandLine command = tool.command(deadline);
    String asked = String.join(" ", command.argv());
    try {
      return new Known<>(tool.read(runner.run(command), InstantSource.system().instant()), asked);
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException | KextException failed) {
      return new NotKnown<>(String.valueOf(failed.getMessage()), asked);
    }
  }

  private HostFact<PanicReports.Search> panics() {
    return new Known<>(new PanicReports(root).read(), PANICS);
  }

  private HostFact<JournalReading> journal() {
    if (journal.isEmpty()) {
      return new NotKnown<>("No journal was given.", "the journal");
    }
    String asked = journal.get().toString();
    try {
      return new Known<>(new Journal(journal.get(), deadline).read(), asked);
    } catch (JournalException unreadable) {
      return new NotKnown<>(String.valueOf(unreadable.getMessage()), asked);
    }
  }
}
