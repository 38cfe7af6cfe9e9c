package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds where a name stands among the names of symbols.
 *
 * <p>A symbol may point into the middle of a longer name, so every place counts at which the name
 * and its end stand.
 */
final class NameSearch {
  /** Far more than code has of one name: it stands once, and as the end of a few others. */
  private static final int MAXIMUM_PLACES = 4096;

  private final byte[] wanted;

  NameSearch(String name) {
    this.wanted = (name + "\0").getBytes(US_ASCII);
  }

  /** The places, counted from the beginning of the names, which end where the slice does. */
  Set<Long> places(SliceBytes slice, long names) throws IOException {
    Set<Long> places = new HashSet<>();
    long end = slice.size();
    int step = SliceBytes.CHUNK - wanted.length;
    for (long at = names; at < end; at += step) {
      byte[] bytes = slice.bytes(at, (int) Math.min(SliceBytes.CHUNK, end - at));
      int last = Math.min(bytes.length - wanted.length, step - 1);
      for (int i = 0; i <= last && places.size() < MAXIMUM_PLACES; i++) {
        if (bytes[i] == wanted[0]
            && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
          places.add(at - names + i);
        }
      }
    }
    return places;
  }
}
