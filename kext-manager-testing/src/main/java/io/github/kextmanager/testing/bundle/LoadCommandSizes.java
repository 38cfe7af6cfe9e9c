package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * How many load commands a slice has, and how long they are.
 *
 * @param count how many
 * @param size how long they are in all
 */
record LoadCommandSizes(int count, int size) {
  private static final int SYMBOL_TABLES = 24 + 80;
  private static final int UUID_COMMAND = 24;
  private static final int SIGNATURE = 16;

  static LoadCommandSizes of(boolean wide, boolean arm, boolean hasUuid, boolean isSigned) {
    int segments = wide ? 2 * segment(true, 1) + segment(true, 0) : segment(false, 2);
    int oldestRelease = arm ? 24 : 16;
    return new LoadCommandSizes(
        (wide ? 3 : 1) + 3 + (hasUuid ? 1 : 0) + (isSigned ? 1 : 0),
        segments
            + SYMBOL_TABLES
            + oldestRelease
            + (hasUuid ? UUID_COMMAND : 0)
            + (isSigned ? SIGNATURE : 0));
  }

  /** The size of the command for a segment. */
  static int segment(boolean wide, int sections) {
    return wide ? 72 + sections * 80 : 56 + sections * 68;
  }

  static void uuid(SliceBuffer slice, UUID uuid) {
    slice.ints(0x1b, UUID_COMMAND);
    slice.raw(
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array());
  }
}
