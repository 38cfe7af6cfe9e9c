package io.github.kextmanager.plist;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a binary property list of version 0 (CoreFoundation, CFBinaryPList.c).
 *
 * <p>Objects refer to each other by number, so that a small file can stand for a huge value, or for
 * an endless one. An object is read as often as it is referred to, and counts each time.
 */
final class BinaryPlistReader {
  /** Behind the letters {@code bplist}. */
  private static final int VERSION = 6;

  private final BinaryFile file;
  private final PlistBudget budget = new PlistBudget();

  /** The objects that are being read: what they refer to must not be one of them. */
  private final BitSet open = new BitSet();

  private BinaryPlistReader(BinaryFile file) {
    this.file = file;
  }

  static PlistValue read(byte[] bytes) {
    if (bytes.length < BinaryTrailer.HEADER_BYTES || bytes[VERSION] != '0') {
      throw new UnreadablePlistException(
          new PlistPosition.InBytes(VERSION), "of binary property lists only version 0 is known.");
    }
    var file = new BinaryFile(ByteBuffer.wrap(bytes));
    return new BinaryPlistReader(file).value(file.root(), 1);
  }

  private PlistValue value(BinaryObject object, int depth) {
    if (open.get(object.number())) {
      throw object.unreadable("object %d holds itself".formatted(object.number()));
    }
    budget.spend(object.position(), depth, object.content().capacity());
    open.set(object.number());
    PlistValue value =
        switch (object.type()) {
          case ARRAY -> array(object, depth);
          case DICT -> dict(object, depth);
          default -> BinaryScalar.read(object);
        };
    open.clear(object.number());
    return value;
  }

  private PlistArray array(BinaryObject array, int depth) {
    List<PlistValue> elements = new ArrayList<>();
    for (int i = 0; i < array.count(); i++) {
      elements.add(value(file.referenced(array, i), depth + 1));
    }
    return new PlistArray(elements);
  }

  /** The references to all keys come first, those to the values after them. */
  private PlistDict dict(BinaryObject dict, int depth) {
    Map<String, PlistValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < dict.count(); i++) {
      PlistValue key = value(file.referenced(dict, i), depth + 1);
      if (!(key instanceof PlistString text)) {
        throw dict.unreadable("the key of entry %d is a %s".formatted(i + 1, key.kind()));
      }
      entries.put(text.value(), value(file.referenced(dict, dict.count() + i), depth + 1));
    }
    return new PlistDict(entries);
  }
}
