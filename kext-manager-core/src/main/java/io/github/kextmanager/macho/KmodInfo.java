package io.github.kextmanager.macho;

/**
 * The {@code _kmod_info} of a slice: the structure that makes code a kernel extension.
 *
 * <p>The kext library of macOS takes code for that of a kext where the symbol stands in a section,
 * {@link #isInSection}; it does not ask whether the structure lies inside the file (macho_util.c
 * and OSKext.c, IOKitUser-1726.140.1).
 */
public sealed interface KmodInfo {
  /**
   * Whether the symbol is there and stands in a section.
   *
   * @return true of {@link Read} and {@link OutsideFile}
   */
  default boolean isInSection() {
    return !(this instanceof Missing);
  }

  /**
   * The structure was read.
   *
   * @param name the name of the module: at best the identifier of the bundle
   * @param version the version of the module, as text
   */
  record Read(String name, String version) implements KmodInfo {}

  /**
   * The symbol stands in a section, but what it points to is not in the file.
   *
   * @param explanation where it points
   */
  record OutsideFile(String explanation) implements KmodInfo {}

  /**
   * There is no such symbol, or it has no place in a section.
   *
   * @param explanation what is there instead
   */
  record Missing(String explanation) implements KmodInfo {}
}
