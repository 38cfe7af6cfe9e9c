package io.github.kextmanager.macho;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections of a slice, numbered from 1 across its segments. A symbol names its section by one
 * byte, so no more than 255 count.
 */
final class Sections {
  private static final int MAXIMUM = 255;

  private final List<Section> sections = new ArrayList<>();
  private boolean isBroken;

  /**
   * A section.
   *
   * @param address where it is when loaded
   * @param offset where it is in the slice
   */
  record Section(long address, long offset) {}

  /**
   * Adds those of a segment.
   *
   * @return false if the segment is not as long as its sections need; no section is added then or
   *     later, as their numbers are not known
   */
  boolean add(ByteBuffer segment, Width width) {
    boolean isWide = width == Width.BITS_64;
    int header = isWide ? 72 : 56;
    int entry = isWide ? 80 : 68;
    long count =
        segment.limit() < header ? -1 : Integer.toUnsignedLong(segment.getInt(isWide ? 64 : 48));
    if (count < 0 || header + count * entry != segment.limit()) {
      isBroken = true;
      return false;
    }
    for (int i = 0; i < count && !isBroken && sections.size() < MAXIMUM; i++) {
      ByteBuffer section = segment.slice(header + i * entry, entry).order(segment.order());
      sections.add(
          isWide
              ? new Section(section.getLong(32), Integer.toUnsignedLong(section.getInt(48)))
              : new Section(
                  Integer.toUnsignedLong(section.getInt(32)),
                  Integer.toUnsignedLong(section.getInt(40))));
    }
    return true;
  }

  /** The section of a number. */
  Optional<Section> numbered(int number) {
    return number >= 1 && number <= sections.size()
        ? Optional.of(sections.get(number - 1))
        : Optional.empty();
  }
}
