package io.github.kextmanager.dependency;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;

/**
 * A kext for which two kexts of one identifier would have to be loaded; the kernel holds only one.
 *
 * @param kext the kext that was asked about
 * @param identifier the identifier
 * @param copies the kexts of that identifier, the highest version first
 */
public record SeveralCopies(
    RepositoryKext kext, BundleIdentifier identifier, List<RepositoryKext> copies)
    implements Problem {
  /** Takes an unmodifiable copy of the list. */
  public SeveralCopies {
    copies = List.copyOf(copies);
  }

  @Override
  public String message() {
    return "%s would need several kexts %s at once: %s."
        .formatted(
            kext.identifier(),
            identifier,
            copies.stream()
                .map(copy -> copy.path() + " (" + copy.version() + ")")
                .collect(joining(", ")));
  }
}
