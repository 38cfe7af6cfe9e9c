package io.github.kextmanager.panic;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kext whose code was being run, or waited to be returned to, when the kernel panicked.
 *
 * @param kext the kext
 * @param uuid which build of it, if the report says so
 * @param line the number of its line in the text of the panic, from 1
 * @param dependencies the kexts that it links against, as listed below it
 */
public record BacktraceKext(
    PanicKext kext, Optional<UUID> uuid, int line, List<PanicKext> dependencies) {
  /** Takes an unmodifiable copy of the list. */
  public BacktraceKext {
    dependencies = List.copyOf(dependencies);
  }
}
