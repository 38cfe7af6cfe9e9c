package io.github.kextmanager.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReleaseRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the table of remedies.
 *
 * @param reason against what
 * @param releases in which releases
 * @param chip on which Macs
 * @param circumstances when
 * @param remedy what helps
 */
record RemedyRow(
    Reason reason,
    ReleaseRange releases,
    Chip chip,
    Set<Circumstance> circumstances,
    Remedy remedy) {
  private static final String TABLE = "remedies.txt";
  private static final String NO_COMMAND = "-";
  private static final String ANY = "any";
  private static final int COLUMNS = 8;

  /** The Macs on which a remedy is one. */
  enum Chip {
    ANY,
    INTEL,
    ARM;

    boolean isOf(Architecture kernel) {
      boolean arm = kernel.equals(Architecture.ARM64E) || kernel.equals(Architecture.ARM64);
      return this == ANY || (this == ARM) == arm;
    }
  }

  /** All rows. */
  static List<RemedyRow> read() {
    try (InputStream stream =
            Objects.requireNonNull(RemedyRow.class.getResourceAsStream(TABLE), TABLE);
        var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(RemedyRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  private static RemedyRow of(String line) {
    List<String> columns = List.of(line.split(" \\| ", -1));
    if (columns.size() != COLUMNS) {
      throw new IllegalArgumentException(
          "A row of this table has %d columns, not %d: %s"
              .formatted(columns.size(), COLUMNS, line));
    }
    String command = columns.get(7);
    return new RemedyRow(
        Reason.valueOf(columns.get(0)),
        ReleaseRange.of(columns.get(2)),
        Chip.valueOf(columns.get(3).toUpperCase(Locale.ROOT)),
        circumstances(columns.get(4)),
        new Remedy(
            Actor.valueOf(columns.get(1)),
            columns.get(5).equals("for-you")
                ? Remedy.Delegation.CAN_BE_DONE_FOR_YOU
                : Remedy.Delegation.BY_HAND,
            columns.get(6),
            command.equals(NO_COMMAND) ? Optional.empty() : Optional.of(command)));
  }

  private static Set<Circumstance> circumstances(String column) {
    return column.equals(ANY)
        ? Set.of(Circumstance.values())
        : Stream.of(column.split(",", -1))
            .map(word -> Circumstance.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it helps on a Mac; one whose chip is not known may have either. */
  boolean holdsOn(MacOsVersion release, Optional<Architecture> kernel) {
    return releases.contains(release) && kernel.map(chip::isOf).orElse(true);
  }
}
