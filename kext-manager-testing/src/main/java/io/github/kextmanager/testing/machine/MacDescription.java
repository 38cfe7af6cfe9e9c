package io.github.kextmanager.testing.machine;

import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Firmware;
import java.util.List;
import java.util.Optional;

/**
 * What a Mac is like before it starts for the first time.
 *
 * @param platform its release and its processor
 * @param build the build of its release
 * @param held what its kernel holds at every start as long as the bundles are there, if that was
 *     given; else that follows from the disk
 * @param start how it starts for the first time
 * @param firmware what it remembers outside its disk
 */
public record MacDescription(
    Platform platform,
    String build,
    Optional<List<KextInfo>> held,
    Start start,
    Firmware firmware) {
  /** Takes an unmodifiable copy of the list. */
  public MacDescription {
    held = held.map(List::copyOf);
  }

  MacDescription with(Firmware changed) {
    return new MacDescription(platform, build, held, start, changed);
  }
}
