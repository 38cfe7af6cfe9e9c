package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Left;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A journal entry as a line: a checksum, the time, the boot session, the author, what happened, and
 * its values, all of them in the encoding of forms so that none holds a blank or a line end. What
 * is absent is {@code -}, which that encoding writes as {@code %2D} where it is meant.
 */
final class JournalLine {
  private static final String ABSENT = "-";
  private static final int WORDS_OF_A_KEXT = 3;

  private JournalLine() {}

  static String write(JournalEntry entry) {
    String body =
        String.join(
            " ",
            entry.at().truncatedTo(ChronoUnit.MILLIS).toString(),
            entry.bootSession().map(UUID::toString).orElse(ABSENT),
            encode(entry.author()),
            write(entry.event()));
    return checksum(body) + " " + body;
  }

  private static String write(JournalEvent event) {
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
        kext.bundle().map(bundle -> encode(bundle.toString())).orElse(ABSENT));
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong
   */
  static JournalEntry read(String line) {
    int blank = line.indexOf(' ');
    String body = line.substring(blank + 1);
    if (blank < 0 || !checksum(body).equals(line.substring(0, blank))) {
      throw new IllegalArgumentException("its checksum is wrong");
    }
    List<String> words = Arrays.asList(body.split(" ", -1));
    return new JournalEntry(
        Instant.parse(words.get(0)),
        optional(words.get(1), UUID::fromString),
        decode(words.get(2)),
        readEvent(words.get(3), words.subList(4, words.size())));
  }

  private static JournalEvent readEvent(String kind, List<String> values) {
    return switch (kind) {
      case "owed" ->
          new Owed(
              kexts(values.subList(2, 5)).get(0),
              Aim.valueOf(values.get(1)),
              Debt.valueOf(values.get(0)));
      case "settled" -> new Settled(identifier(values.get(1)), Settlement.valueOf(values.get(0)));
      case "begun" ->
          new Begun(
              UUID.fromString(values.get(0)),
              Aim.valueOf(values.get(1)),
              kexts(values.subList(4, values.size())),
              new Worker(Long.parseLong(values.get(2)), optional(values.get(3), Instant::parse)));
      case "left" -> new Left(UUID.fromString(values.get(0)));
      case "ended" -> new Ended(UUID.fromString(values.get(0)));
      default -> throw new IllegalArgumentException("'%s' is no known event".formatted(kind));
    };
  }

  private static List<AskedKext> kexts(List<String> values) {
    List<AskedKext> kexts = new ArrayList<>();
    for (int i = 0; i < values.size(); i += WORDS_OF_A_KEXT) {
      kexts.add(
          new AskedKext(
              identifier(values.get(i)),
              optional(values.get(i + 1), text -> new ReportedVersion(decode(text))),
              optional(values.get(i + 2), text -> Path.of(decode(text)))));
    }
    return kexts;
  }

  private static <T> Optional<T> optional(String word, Function<String, T> reading) {
    return word.equals(ABSENT) ? Optional.empty() : Optional.of(reading.apply(word));
  }

  private static BundleIdentifier identifier(String word) {
    return BundleIdentifier.reported(decode(word));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("-", "%2D");
  }

  private static String decode(String word) {
    return URLDecoder.decode(word, UTF_8);
  }

  private static String checksum(String body) {
    var sum = new CRC32();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
