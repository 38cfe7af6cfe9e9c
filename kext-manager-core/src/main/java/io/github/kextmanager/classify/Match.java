package io.github.kextmanager.classify;

import java.util.List;

/**
 * A place where a wording was found.
 *
 * @param start where in the text it begins
 * @param end where it ends: the place of its last character
 * @param firstLine the line on which it begins, from 1
 * @param lastLine the line on which it ends
 * @param captures what stood in its slots, in order
 */
record Match(int start, int end, int firstLine, int lastLine, List<Capture> captures) {
  Match {
    captures = List.copyOf(captures);
  }
}
