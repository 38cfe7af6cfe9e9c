package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.KextInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Prints loaded kexts as kextstat does, byte for byte (kext_tools, kextstat_main.c: {@code
 * printKextInfo}).
 *
 * @param addresses how wide an address is
 * @param columns the columns that not every table has
 * @param missing what stands for what a kext does not have
 */
public record KextstatTable(AddressWidth addresses, Set<Column> columns, Missing missing) {
  /** By load tag, those without one first. */
  public static final Comparator<KextInfo> BY_TAG =
      Comparator.comparing(
          KextInfo::tag,
          Comparator.comparingInt((OptionalInt tag) -> tag.isPresent() ? 1 : 0)
              .thenComparing(tag -> tag.orElse(0), Integer::compareUnsigned));

  /** By load address, those without one first. */
  public static final Comparator<KextInfo> BY_ADDRESS =
      Comparator.comparingInt((KextInfo kext) -> kext.address().isPresent() ? 1 : 0)
          .thenComparing(kext -> kext.address().orElse(0), Long::compareUnsigned);

  private static final int INVALID = -1;

  /** Takes an unmodifiable copy of the set. */
  public KextstatTable {
    columns = Set.copyOf(columns);
  }

  /** How wide the address column is: by the processor of the kernel. */
  public enum AddressWidth {
    /** Eight digits. */
    BITS_32,
    /** Sixteen digits. */
    BITS_64
  }

  /** A column that not every table has. */
  public enum Column {
    /** Of the code. */
    ARCHITECTURE,
    /** Of the code. */
    UUID
  }

  /** What stands for what a kext does not have. */
  public enum Missing {
    /** kextstat names a missing UUID, and leaves out an empty list of libraries. */
    AS_KEXTSTAT(" no UUID", ""),
    /** kmutil leaves out a missing UUID, and prints empty brackets. */
    AS_KMUTIL("", " <>");

    private final String uuid;
    private final String libraries;

    Missing(String uuid, String libraries) {
      this.uuid = uuid;
      this.libraries = libraries;
    }

    String uuid() {
      return uuid;
    }

    String libraries() {
      return libraries;
    }
  }

  /**
   * The names of the columns.
   *
   * @return the first line
   */
  public String header() {
    return "Index Refs Address    "
        + (addresses == AddressWidth.BITS_64 ? "        " : "")
        + "Size       Wired      "
        + (columns.contains(Column.ARCHITECTURE) ? "Architecture       " : "")
        + "Name (Version) "
        + (columns.contains(Column.UUID) ? "UUID " : "")
        + "<Linked Against>";
  }

  /**
   * A kext.
   *
   * @param kext what the kernel tells of it
   * @return its line
   */
  public String row(KextInfo kext) {
    var row = new StringBuilder();
    row.append(right(decimal(kext.tag()), 5)).append(' ');
    row.append(right(decimal(kext.references()), 4));
    row.append(address(kext.address()));
    row.append(left(hex(kext.size()), 10));
    row.append(left(hex(kext.wired()), 10));
    if (columns.contains(Column.ARCHITECTURE)) {
      row.append(left(kext.architecture().orElse("      ????/????   "), 18));
    }
    row.append(' ').append(kext.identifier().orElse("????"));
    row.append(" (").append(kext.version().orElse("????")).append(')');
    if (columns.contains(Column.UUID)) {
      row.append(kext.uuid().map(uuid -> " " + text(uuid)).orElse(missing.uuid()));
    }
    return row.append(libraries(kext.dependencies())).toString();
  }

  private String address(OptionalLong address) {
    boolean wide = addresses == AddressWidth.BITS_64;
    Optional<String> text =
        address.isEmpty() || address.getAsLong() == INVALID
            ? Optional.empty()
            : Optional.of(
                wide
                    ? prefixed(Long.toHexString(address.getAsLong()))
                    : prefixed(Integer.toHexString((int) address.getAsLong())));
    return left(text.orElse("????"), wide ? 18 : 10);
  }

  private String libraries(List<OptionalInt> tags) {
    if (tags.isEmpty()) {
      return missing.libraries();
    }
    List<Integer> descending = new ArrayList<>();
    tags.forEach(tag -> descending.add(tag.orElse(INVALID)));
    descending.sort(Comparator.reverseOrder());
    return " <"
        + String.join(
            " ", descending.stream().map(tag -> tag == INVALID ? "??" : tag.toString()).toList())
        + ">";
  }

  private static String decimal(OptionalInt number) {
    return number.isEmpty() || number.getAsInt() == INVALID
        ? "??"
        : Integer.toString(number.getAsInt());
  }

  private static String hex(OptionalInt number) {
    return number.isEmpty() || number.getAsInt() == INVALID
        ? "????"
        : prefixed(Integer.toHexString(number.getAsInt()));
  }

  /** What {@code %#x} prints: no prefix for zero. */
  private static String prefixed(String digits) {
    return digits.equals("0") ? digits : "0x" + digits;
  }

  private static String text(UUID uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String left(String text, int width) {
    return " " + text + " ".repeat(Math.max(0, width - text.length()));
  }
}
