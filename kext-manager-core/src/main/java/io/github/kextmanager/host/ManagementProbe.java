package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks {@code profiles} (profiles(1)) who manages a Mac and what was installed on it. {@code
 * status} came with macOS 10.13; {@code -C -o stdout-xml} is older, and still used on 26. The files
 * in {@code /Library/Managed Preferences} say nothing of kexts: their payload is not one of
 * preferences.
 */
final class ManagementProbe {
  private static final Path PROFILES = Path.of("/usr/bin/profiles");
  private static final int MOST_BYTES = 8 << 20;

  private final CommandRunner runner;
  private final Privilege privilege;
  private final Duration deadline;

  ManagementProbe(CommandRunner runner, Privilege privilege, Duration deadline) {
    this.runner = runner;
    this.privilege = privilege;
    this.deadline = deadline;
  }

  HostFact<MdmEnrolment> enrolment() {
    HostFact<String> told =
        Answer.textOf(
            runner,
            CommandLine.of(PROFILES, "status", "-type", "enrollment").withTimeout(deadline));
    if (told.value().filter(text -> text.contains(MdmEnrolment.NOT_INSTALLED)).isPresent()) {
      return new NotKnown<>(
          "Its buyer did not enrol it; whether it was enrolled by hand is not told before macOS"
              + " 10.13.4.",
          told.asked());
    }
    return told.read(MdmEnrolment::read, "profiles did not answer with an enrolment.");
  }

  /** As root: others may not see all. */
  HostFact<InstalledProfiles> profiles() {
    CommandLine command =
        CommandLine.of(PROFILES, "-C", "-o", "stdout-xml")
            .withTimeout(deadline)
            .withOutputLimit(MOST_BYTES);
    HostFact<String> told = Answer.textOf(runner, privilege.applyTo(command));
    try {
      Optional<InstalledProfiles> read = told.value().map(InstalledProfilesReader::read);
      return read.isPresent()
          ? new Known<>(read.get(), told.asked())
          : told.read(unread -> Optional.empty(), "profiles gave no answer.");
    } catch (UnreadableProfileException unreadable) {
      return new NotKnown<>(
          "profiles printed no list of profiles: " + unreadable.getMessage(), told.asked());
    }
  }
}
