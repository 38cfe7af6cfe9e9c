package io.github.kextmanager.journal;

import static io.github.kextmanager.journal.Words.ABSENT;
import static io.github.kextmanager.journal.Words.encode;

import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Left;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An event in words: what happened, and its values. */
final class EventWords {
  private EventWords() {}

  static String write(JournalEvent event) {
    if (event instanceof Owed owed) {
      return String.join(" ", "owed", owed.debt().name(), owed.aim().name(), write(owed.kext()));
    } else if (event instanceof Settled settled) {
      return String.join(" ", "settled", settled.how().name(), encode(settled.kext().value()));
    } else if (event instanceof Begun begun) {
      return String.join(
              " ",
              "begun",
              begun.change().toString(),
              begun.aim().name(),
              Long.toString(begun.worker().pid()),
              begun.worker().startedAt().map(Instant::toString).orElse(ABSENT))
          + begun.kexts().stream().map(kext -> " " + write(kext)).collect(Collectors.joining());
    } else if (event instanceof Left left) {
      return "left " + left.change();
    }
    return "ended " + ((Ended) event).change();
  }

  private static String write(AskedKext kext) {
    return String.join(
        " ",
        encode(kext.identifier().value()),
        kext.version().map(version -> encode(version.text())).orElse(ABSENT),
        kext.builds().isEmpty()
            ? ABSENT
            : kext.builds().stream().map(UUID::toString).sorted().collect(Collectors.joining(",")),
        kext.bundle().map(bundle -> encode(bundle.toString())).orElse(ABSENT));
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong
   */
  static JournalEvent read(Words words) {
    String kind = words.next("event", word -> word);
    JournalEvent event =
        switch (kind) {
          case "owed" -> owed(words);
          case "settled" -> settled(words);
          case "begun" -> begun(words);
          case "left" -> new Left(change(words));
          case "ended" -> new Ended(change(words));
          default ->
              throw new IllegalArgumentException(
                  "'%s' is no event that this version knows".formatted(kind));
        };
    words.end();
    return event;
  }

  private static Owed owed(Words words) {
    Debt debt = words.next("debt", Debt::valueOf);
    Aim aim = aim(words);
    return new Owed(kext(words), aim, debt);
  }

  private static Settled settled(Words words) {
    Settlement how = words.next("settlement", Settlement::valueOf);
    return new Settled(identifier(words), how);
  }

  private static Begun begun(Words words) {
    UUID change = change(words);
    Aim aim = aim(words);
    long pid = words.next("number of a process", Long::parseLong);
    var worker = new Worker(pid, words.optional("start of a process", Instant::parse));
    List<AskedKext> kexts = new ArrayList<>();
    while (words.hasNext()) {
      kexts.add(kext(words));
    }
    return new Begun(change, aim, kexts, worker);
  }

  private static UUID change(Words words) {
    return words.next("change", UUID::fromString);
  }

  private static Aim aim(Words words) {
    return words.next("aim", Aim::valueOf);
  }

  private static AskedKext kext(Words words) {
    BundleIdentifier identifier = identifier(words);
    Optional<ReportedVersion> version =
        words.optional("version", word -> new ReportedVersion(Words.decode(word)));
    Optional<Set<UUID>> builds = words.optional("list of UUIDs", EventWords::uuids);
    Optional<Path> bundle = words.optional("bundle", word -> Path.of(Words.decode(word)));
    return new AskedKext(identifier, version, builds.orElse(Set.of()), bundle);
  }

  private static Set<UUID> uuids(String word) {
    return Arrays.stream(word.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet());
  }

  private static BundleIdentifier identifier(Words words) {
    return words.next("identifier", word -> BundleIdentifier.reported(Words.decode(word)));
  }
}
