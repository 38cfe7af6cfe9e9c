package io.github.kextmanager.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;

/**
 * A table made from a seed, and printed as kextstat_main.c of kext_tools does: with Java's own
 * {@code %d} and {@code %x}, for all eras, kernels and options.
 */
final class RandomTable {
  private static final List<String> ARCHITECTURES =
      List.of("x86_64", "x86_64h", "i386", "arm64e", "ppc", "0x00004242/0x17    ", "0x01000007/0");

  private final Random random;
  private final boolean wide;
  private final boolean withUuid;
  private final boolean withArchitecture;
  private final boolean withPointers;
  private final boolean bracketsAlways;
  private final boolean oddNames;
  private final List<KextTableRow> rows = new ArrayList<>();

  private RandomTable(long seed, boolean oddNames) {
    this.random = new Random(seed);
    this.wide = random.nextInt(4) > 0;
    this.withUuid = random.nextBoolean();
    this.withArchitecture = random.nextInt(3) == 0;
    this.withPointers = !withUuid && !withArchitecture && random.nextInt(3) == 0;
    this.bracketsAlways = withUuid && random.nextBoolean();
    this.oddNames = oddNames;
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      rows.add(randomRow(i + 2));
    }
  }

  /** A table of kexts as they usually are. */
  static RandomTable ordinary(long seed) {
    return new RandomTable(seed, false);
  }

  /** A table of kexts with identifiers and versions that hold anything. */
  static RandomTable odd(long seed) {
    return new RandomTable(seed, true);
  }

  /** The rows, the first of which is on line 2. */
  List<KextTableRow> rows() {
    return rows;
  }

  /** The lines, header first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Index Refs Address    "
            + (wide ? "        " : "")
            + "Size       Wired      "
            + (withArchitecture ? "Architecture       " : "")
            + (withUuid
                ? "Name (Version) UUID <Linked Against>"
                : "Name (Version) <Linked Against>"));
    rows.forEach(row -> lines.add(printed(row)));
    return lines;
  }

  private KextTableRow randomRow(int line) {
    OptionalInt index = number(5000);
    return new KextTableRow(
        line,
        index,
        number(200),
        address(wide ? -1L : 0xffffffffL),
        address(0xffffffffL),
        address(0xfffffL),
        withArchitecture && random.nextInt(8) > 0 ? Optional.of(architecture()) : Optional.empty(),
        identifier(),
        version(),
        withUuid && random.nextInt(6) > 0
            ? Optional.of(new UUID(random.nextLong(), random.nextLong()))
            : Optional.empty(),
        linkedAgainst(index));
  }

  private OptionalInt number(int bound) {
    return switch (random.nextInt(12)) {
      case 0 -> OptionalInt.empty();
      case 1 -> OptionalInt.of(random.nextInt());
      case 2 -> OptionalInt.of(0);
      default -> OptionalInt.of(random.nextInt(bound));
    };
  }

  private Optional<String> address(long mask) {
    return switch (random.nextInt(8)) {
      case 0 -> Optional.empty();
      case 1, 2 -> Optional.of(withPointers ? "0x0" : "0");
      default -> Optional.of("0x" + Long.toHexString((random.nextLong() & mask) | 1));
    };
  }

  private String architecture() {
    return ARCHITECTURES.get(random.nextInt(ARCHITECTURES.size())).strip();
  }

  private String identifier() {
    if (oddNames && random.nextInt(3) == 0) {
      return text("aZ09._-  <>&;:/\\'\"@üß日()", random.nextInt(30));
    }
    return random.nextInt(20) == 0
        ? "????"
        : "com." + text("abcdefgh", 1 + random.nextInt(8)) + "." + text("aBcDeF.09-_", 30);
  }

  private String version() {
    if (oddNames && random.nextInt(3) == 0) {
      return text("1234567890.dabf ü<>()", random.nextInt(12));
    }
    return random.nextInt(20) == 0 ? "????" : text("123456789", 2) + "." + text("12345.b", 3);
  }

  /** Text without a pair of brackets that might be another version, or that does not balance. */
  private String text(String alphabet, int length) {
    int[] characters = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < length; i++) {
      int c = characters[random.nextInt(characters.length)];
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        depth = 0;
        continue;
      }
      text.appendCodePoint(c);
    }
    return text.append(")".repeat(depth)).toString();
  }

  /** What was loaded before, as far as the kext's own tag is known. */
  private Optional<List<OptionalInt>> linkedAgainst(OptionalInt own) {
    int bound = own.isPresent() && own.getAsInt() >= 0 ? Math.min(own.getAsInt(), 300) : 300;
    int count = bound == 0 ? 0 : random.nextInt(12);
    if (count == 0) {
      return bracketsAlways ? Optional.of(List.of()) : Optional.empty();
    }
    List<OptionalInt> tags = new ArrayList<>();
    random
        .ints(count, 0, bound)
        .distinct()
        .boxed()
        .sorted((a, b) -> b - a)
        .forEach(tag -> tags.add(OptionalInt.of(tag)));
    if (random.nextInt(10) == 0) {
      tags.add(OptionalInt.empty());
    }
    return Optional.of(tags);
  }

  private String printed(KextTableRow row) {
    String columns =
        String.format(
            Locale.ROOT,
            "%5s %4s " + (wide ? "%-18s" : "%-10s") + " %-10s %-10s",
            row.index().isPresent() ? "" + row.index().getAsInt() : "??",
            row.references().isPresent() ? "" + row.references().getAsInt() : "??",
            row.address().orElse("????"),
            row.size().orElse("????"),
            row.wired().orElse("????"));
    String architecture =
        withArchitecture
            ? String.format(" %-18s", row.architecture().orElse("      ????/????"))
            : "";
    String uuid =
        withUuid
            ? " " + row.uuid().map(id -> id.toString().toUpperCase(Locale.ROOT)).orElse("no UUID")
            : "";
    String list =
        row.linkedAgainst()
            .map(
                tags ->
                    String.join(
                        " ",
                        tags.stream()
                            .map(tag -> tag.isPresent() ? "" + tag.getAsInt() : "??")
                            .toList()))
            .map(tags -> " <" + tags + ">")
            .orElse("");
    return columns
        + architecture
        + " "
        + row.identifier()
        + " ("
        + row.version()
        + ")"
        + uuid
        + list;
  }
}
