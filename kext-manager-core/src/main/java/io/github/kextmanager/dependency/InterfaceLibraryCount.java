package io.github.kextmanager.dependency;

/**
 * An interface kext, a list of symbols of another kext, that does not have exactly one library.
 *
 * @param kext the kext
 * @param count how many libraries were found for it
 */
public record InterfaceLibraryCount(RepositoryKext kext, int count) implements Problem {
  @Override
  public String message() {
    return "%s is an interface kext, which must have exactly one library; found: %d."
        .formatted(kext.identifier(), count);
  }
}
