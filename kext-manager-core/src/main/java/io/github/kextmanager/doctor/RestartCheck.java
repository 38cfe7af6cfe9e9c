package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.journal.UnfinishedChange;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the journal says that is owed to a kext. */
final class RestartCheck {
  private RestartCheck() {}

  static Check of(BundleIdentifier identifier, NamedKext kext, MacSeen mac) {
    HostFact<JournalReading> journal = mac.journal();
    if (journal.value().isEmpty()) {
      return Check.notKnown(Topic.RESTART, journal);
    }
    JournalReading reading = journal.value().get();
    List<Ground> damaged = new ArrayList<>();
    reading
        .damaged()
        .forEach(line -> damaged.add(Ground.line(journal.asked(), line.line(), line.problem())));
    Optional<JournalEntry> owed =
        reading.owed().stream().filter(entry -> isOwedTo(entry, identifier)).findFirst();
    if (owed.isPresent()) {
      return owed(owed.get(), mac, identifier, kext, journal.asked());
    }
    Optional<UnfinishedChange> unfinished =
        reading.unfinished().stream()
            .filter(change -> concerns(change, identifier))
            .reduce((earlier, later) -> later);
    if (unfinished.isPresent()) {
      return unfinished(unfinished.get(), journal.asked());
    }
    return damaged.isEmpty()
        ? Check.passed(
            Topic.RESTART, "Nothing is owed to it.", Ground.of(journal.asked(), "the journal"))
        : Check.notKnown(
            Topic.RESTART, "Lines of the journal cannot be read.", damaged.toArray(Ground[]::new));
  }

  private static boolean isOwedTo(JournalEntry entry, BundleIdentifier identifier) {
    return entry.event() instanceof JournalEvent.Owed owed
        && owed.aim() == Aim.LOADED
        && owed.kext().identifier().equals(identifier);
  }

  private static boolean concerns(UnfinishedChange change, BundleIdentifier identifier) {
    return change.begun().kexts().stream().anyMatch(kext -> kext.identifier().equals(identifier));
  }

  private static Check unfinished(UnfinishedChange change, String file) {
    boolean isUnderWay = change.left().isEmpty() && change.begun().worker().isAlive();
    Ground ground =
        Ground.of(
            file,
            "%s begun at %s, asked by %s"
                .formatted(
                    change.begun().aim() == Aim.LOADED ? "a load" : "an unload",
                    change.entry().at(),
                    change.entry().author()));
    return Check.warned(
        Topic.RESTART,
        isUnderWay
            ? "A change of it is under way."
            : "A change of it was cut short, and the journal does not say how it came out.",
        List.of(ground));
  }

  private static Check owed(
      JournalEntry entry, MacSeen mac, BundleIdentifier identifier, NamedKext kext, String file) {
    var owed = (JournalEvent.Owed) entry.event();
    List<Ground> grounds = new ArrayList<>();
    grounds.add(
        Ground.of(
            file,
            "%s owed since %s, asked by %s".formatted(owed.debt(), entry.at(), entry.author())));
    Optional<LoadedKext> loaded = mac.loaded(identifier);
    if (loaded.isPresent()) {
      if (owed.kext().isThatOf(loaded.get(), VersionGrammar.of(mac.target().release()))) {
        return Check.warned(
            Topic.RESTART, "The journal has something owed to it, but it is loaded.", grounds);
      }
      grounds.add(other(loaded.get(), mac));
    }
    if (owed.debt() == Debt.APPROVAL) {
      return Check.warned(Topic.RESTART, "An approval was asked for.", grounds);
    }
    Optional<UUID> now = mac.facts().bootSession().value();
    if (now.isEmpty() || entry.bootSession().isEmpty()) {
      return Check.notKnown(
          Topic.RESTART,
          "A restart was owed; whether it has happened is not known.",
          grounds.toArray(Ground[]::new));
    }
    return now.equals(entry.bootSession())
        ? Check.failed(
            Topic.RESTART,
            Reason.REBOOT_REQUIRED,
            "It was accepted since the last start of the Mac, and waits for the next.",
            grounds)
        : Check.warned(
            Topic.RESTART,
            ("A restart was owed and has happened, and %s is not loaded. Loading it again starts"
                    + " it, or says what is missing%s")
                .formatted(loaded.isPresent() ? "what was accepted" : "it", again(kext)),
            grounds);
  }

  private static String again(NamedKext kext) {
    return kext.path().isEmpty() ? "." : ": " + kext.putInto("sudo kmutil load -p KEXT");
  }

  /** What runs until the restart is not what is owed. */
  private static Ground other(LoadedKext loaded, MacSeen mac) {
    return Ground.of(
        mac.loaded().asked(),
        "another version or build is loaded: %s%s"
            .formatted(loaded.version(), loaded.uuid().map(uuid -> ", UUID " + uuid).orElse("")));
  }
}
