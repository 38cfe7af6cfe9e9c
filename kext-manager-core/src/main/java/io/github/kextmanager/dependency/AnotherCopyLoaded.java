package io.github.kextmanager.dependency;

import io.github.kextmanager.model.LoadedKext;

/**
 * A kext of the identifier is loaded already, and it is another one. macOS refuses to load this one
 * then.
 *
 * @param kext the kext on disk
 * @param loaded the one that is loaded
 * @param difference in what they differ: {@link LoadedState#OTHER_VERSION} or {@link
 *     LoadedState#OTHER_UUID}
 */
public record AnotherCopyLoaded(RepositoryKext kext, LoadedKext loaded, LoadedState difference)
    implements Problem {
  @Override
  public String message() {
    return "%s %s (%s) cannot be loaded: %s is loaded, which is another %s."
        .formatted(
            kext.identifier(),
            kext.version(),
            kext.path(),
            loaded.version(),
            difference == LoadedState.OTHER_VERSION ? "version" : "executable of that version");
  }
}
