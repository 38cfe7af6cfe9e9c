package io.github.kextmanager.dependency;

/**
 * A kext that does not pass validation. Its libraries are not looked for.
 *
 * @param kext the kext
 */
public record InvalidKext(RepositoryKext kext) implements Problem {
  @Override
  public String message() {
    return "%s (%s) is invalid.".formatted(kext.identifier(), kext.path());
  }
}
