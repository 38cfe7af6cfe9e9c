package io.github.kextmanager.command.record;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a machine, and what it answered.
 *
 * @param name what it is called in messages, such as the path of its file
 * @param header what is known of the whole
 * @param commands what was asked, in the order in which it was asked
 * @param end how it ends
 */
public record Recording(
    String name, RecordingHeader header, List<RecordedCommand> commands, RecordingEnd end) {
  /** Takes an unmodifiable copy of the list. */
  public Recording {
    commands = List.copyOf(commands);
  }

  /**
   * The release of macOS: as the header says, or as the first recorded {@code sw_vers} said.
   *
   * @return the release; empty if neither says
   */
  public Optional<MacOsVersion> release() {
    return header.release().or(() -> RecordedFacts.release(commands));
  }

  /**
   * The architecture: as the header says, or as the first recorded {@code uname -m} said.
   *
   * @return the architecture; empty if neither says
   */
  public Optional<Architecture> architecture() {
    return header.architecture().or(() -> RecordedFacts.architecture(commands));
  }
}
