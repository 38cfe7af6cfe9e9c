package io.github.kextmanager.plist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a dictionary that changes, in the order in which CoreFoundation lists them
 * (open-source CoreFoundation, CFBasicHash.c): what finds its place taken goes to the next that is
 * free, what is removed leaves its place to others, and a table that is full is made anew from the
 * old one. See {@link DictionaryOrder}.
 *
 * <p>Once there were more than a thousand keys, they are listed as they were added. Not
 * thread-safe.
 */
public final class DictionaryKeys {
  /** How many places a table has. */
  private static final int[] PLACES = {3, 7, 13, 23, 41, 71, 127, 191, 251, 383, 631, 1087, 1723};

  /** How many keys a table of that many places holds before it grows. */
  private static final int[] ROOM = {3, 6, 11, 19, 32, 52, 85, 118, 155, 237, 390, 672, 1065};

  private final Set<String> keys = new LinkedHashSet<>();
  private boolean isTooLarge;
  private @Nullable String[] table = new String[PLACES[0]];

  /** A dictionary without keys. */
  public DictionaryKeys() {}

  /** The keys of a dictionary that is made at once, in a table of the right size. */
  static DictionaryKeys ofWhole(Collection<String> keys) {
    var whole = new DictionaryKeys();
    if (keys.size() <= ROOM[ROOM.length - 1]) {
      whole.table = new String[places(keys.size())];
    }
    keys.forEach(whole::add);
    return whole;
  }

  /**
   * Adds a key.
   *
   * @param key the key; one that is there already stays where it is
   */
  public void add(String key) {
    isTooLarge |= keys.size() == ROOM[ROOM.length - 1] && !keys.contains(key);
    if (!keys.add(key) || isTooLarge) {
      return;
    }
    int places = places(keys.size());
    if (places > table.length) {
      List<String> old = listed();
      table = new String[places];
      old.forEach(this::put);
    }
    put(key);
  }

  /**
   * Removes a key. A table in which hardly any are left is made anew.
   *
   * @param key the key, whether it is there or not
   */
  public void remove(String key) {
    if (!keys.remove(key) || isTooLarge) {
      return;
    }
    for (int i = 0; i < table.length; i++) {
      if (key.equals(table[i])) {
        table[i] = null;
      }
    }
    int size = Arrays.binarySearch(PLACES, table.length);
    if (size > 1 && keys.size() < ROOM[size - 2]) {
      List<String> old = listed();
      table = new String[places(keys.size())];
      old.forEach(this::put);
    }
  }

  /**
   * The keys.
   *
   * @return the keys as CoreFoundation lists them
   */
  public List<String> list() {
    return isTooLarge ? List.copyOf(keys) : listed();
  }

  private static int places(int count) {
    int size = 0;
    while (ROOM[size] < count) {
      size++;
    }
    return PLACES[size];
  }

  private void put(String key) {
    int place = (int) Long.remainderUnsigned(DictionaryOrder.hash(key), table.length);
    while (table[place] != null) {
      place = (place + 1) % table.length;
    }
    table[place] = key;
  }

  private List<String> listed() {
    return new ArrayList<>(Arrays.stream(table).filter(Objects::nonNull).toList());
  }
}
