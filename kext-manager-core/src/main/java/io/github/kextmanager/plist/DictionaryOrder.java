package io.github.kextmanager.plist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which CoreFoundation lists the keys of a dictionary: that of its hash table
 * (open-source CoreFoundation, CFBasicHash.c and CFString.c). Nobody promises it, and macOS's own
 * CoreFoundation can differ; but tools built with the open one print things in this order.
 */
public final class DictionaryOrder {
  /** How many places a table has. */
  private static final int[] PLACES = {3, 7, 13, 23, 41, 71, 127, 191, 251, 383, 631, 1087, 1723};

  /** How many keys a table of that many places holds before it grows. */
  private static final int[] ROOM = {3, 6, 11, 19, 32, 52, 85, 118, 155, 237, 390, 672, 1065};

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
    if (keys.size() < 2 || keys.size() > ROOM[ROOM.length - 1]) {
      return List.copyOf(keys);
    }
    return listed(table(keys, places(keys.size())));
  }

  /**
   * The keys of a dictionary that was empty at first.
   *
   * @param keys the keys in the order in which they were added
   * @return the keys as CoreFoundation lists them; more than a thousand as they were added
   */
  public static List<String> ofGrown(Collection<String> keys) {
    if (keys.size() < 2 || keys.size() > ROOM[ROOM.length - 1]) {
      return List.copyOf(keys);
    }
    @Nullable String[] table = new String[PLACES[0]];
    int count = 0;
    for (String key : keys) {
      count++;
      int places = places(count);
      if (places > table.length) {
        table = table(listed(table), places);
      }
      put(table, key);
    }
    return listed(table);
  }

  private static int places(int count) {
    int size = 0;
    while (ROOM[size] < count) {
      size++;
    }
    return PLACES[size];
  }

  private static @Nullable String[] table(Collection<String> keys, int places) {
    @Nullable String[] table = new String[places];
    keys.forEach(key -> put(table, key));
    return table;
  }

  /** What finds its place taken goes to the next that is free. */
  private static void put(@Nullable String[] table, String key) {
    int place = (int) Long.remainderUnsigned(hash(key), table.length);
    while (table[place] != null) {
      place = (place + 1) % table.length;
    }
    table[place] = key;
  }

  private static List<String> listed(@Nullable String[] table) {
    return new ArrayList<>(Arrays.stream(table).filter(Objects::nonNull).toList());
  }

  /** CFStringHash. */
  private static long hash(String key) {
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
