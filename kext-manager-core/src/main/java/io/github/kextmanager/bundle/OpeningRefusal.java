package io.github.kextmanager.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * Why something with the name of a kext is none, or a folder could not be searched.
 *
 * @param path what was to be opened, as seen on the Mac
 * @param messages what Apple's library says, as often as it says it; empty if it says nothing or
 *     nobody knows what
 * @param explanation what is amiss, in one sentence
 */
public record OpeningRefusal(Path path, List<String> messages, String explanation) {
  /** Takes an unmodifiable copy of the list. */
  public OpeningRefusal {
    messages = List.copyOf(messages);
  }
}
