package io.github.kextmanager.plist;

import java.util.Collection;
import java.util.List;

/**
 * The order in which CoreFoundation lists the keys of a dictionary: that of its hash table
 * (open-source CoreFoundation, CFBasicHash.c and CFString.c). Nobody promises it, and macOS's own
 * CoreFoundation can differ; but tools built with the open one print things in this order.
 */
public final class DictionaryOrder {
  /** Of a longer key only the beginning, the middle and the end count. */
  private static final int WHOLE = 96;

  private static final int PART = 32;

  /** 257 to the power of four, cut to 32 bits as in CFString.c. */
  private static final long FOURTH_POWER = 67503105;

  private DictionaryOrder() {}

  /**
   * The keys of a dictionary that was made at once, as those of a property list are.
   *
   * @param keys the keys in the order in which they stand there
   * @return the keys as CoreFoundation lists them; more than a thousand as they stand there
   */
  public static List<String> ofWhole(Collection<String> keys) {
    return DictionaryKeys.ofWhole(keys).list();
  }

  /**
   * The keys of a dictionary that was empty at first.
   *
   * @param keys the keys in the order in which they were added
   * @return the keys as CoreFoundation lists them; more than a thousand as they were added
   */
  public static List<String> ofGrown(Collection<String> keys) {
    var dictionary = new DictionaryKeys();
    keys.forEach(dictionary::add);
    return dictionary.list();
  }

  /** CFStringHash. */
  static long hash(String key) {
    int length = key.length();
    long hash = length;
    if (length <= WHOLE) {
      hash = hash(key, hash);
    } else {
      int middle = length / 2 - PART / 2;
      hash = hash(key.substring(0, PART), hash);
      hash = hash(key.substring(middle, middle + PART), hash);
      hash = hash(key.substring(length - PART), hash);
    }
    return hash + (hash << (length & 31));
  }

  private static long hash(String part, long start) {
    long hash = start;
    int i = 0;
    for (; i + 4 <= part.length(); i += 4) {
      hash = hash * FOURTH_POWER;
      hash += part.charAt(i) * 16974593L + part.charAt(i + 1) * 66049L;
      hash += part.charAt(i + 2) * 257L + part.charAt(i + 3);
    }
    for (; i < part.length(); i++) {
      hash = hash * 257 + part.charAt(i);
    }
    return hash;
  }
}
