package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A journal entry as a line of {@link Words}: a checksum, the number of this format, the time, the
 * boot session, the author, what happened, and its values.
 */
final class JournalLine {
  private static final String FORMAT = "1";

  private JournalLine() {}

  static String write(JournalEntry entry) {
    String body =
        String.join(
            " ",
            FORMAT,
            entry.at().truncatedTo(ChronoUnit.MILLIS).toString(),
            entry.bootSession().map(UUID::toString).orElse(Words.ABSENT),
            Words.encode(entry.author()),
            EventWords.write(entry.event()));
    return checksum(body) + " " + body;
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
    var words = new Words(body);
    String format = words.next("format", word -> word);
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException(
          "'%s' is no format that this version knows".formatted(format));
    }
    Instant at = words.next("time", Instant::parse);
    Optional<UUID> session = words.optional("boot session", UUID::fromString);
    String author = words.next("author", Words::decode);
    return new JournalEntry(at, session, author, EventWords.read(words));
  }

  private static String checksum(String body) {
    var sum = new CRC32();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
