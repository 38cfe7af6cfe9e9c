package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.tool.EffectiveUser;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a Mac once: about a dozen processes, the folders for extensions, the reports of panics.
 *
 * <p>Immutable. Each of its methods gives a look that does one thing more.
 */
public final class DoctorsLook {
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
    TargetMac target = new TargetProbe(runner, deadline).target(facts);
    Opening folders = MacSeen.folders(root, target);
    var records = new MacRecords(runner, root, deadline);
    var seen =
        new MacSeen(
            target,
            root,
            MacSeen.Presence.THE_MAC_ITSELF,
            facts,
            records.loaded(target.release()),
            KextRepository.of(folders, root, target, ownership),
            records.panics(),
            journal.map(records::journal).orElseGet(MacRecords::withoutJournal));
    return new Doctor(seen, folders, ownership, Optional.of(this));
  }

  ReportDocuments documents(MacSeen mac) {
    return new ReportDocuments(runner, mac, deadline);
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
}
