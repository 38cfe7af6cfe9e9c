package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kext of a {@link KextRepository}: what must be known of it to find its libraries, for the Mac
 * for which the repository was opened. Two kexts are the same only if they are one object.
 *
 * <p>Implemented by this library.
 */
public interface RepositoryKext {
  /**
   * Where it is.
   *
   * @return an absolute path as seen on the Mac
   */
  Path path();

  /**
   * Its path as the release writes it in messages: the name of the bundle up to 10.14.4, the
   * absolute path from 10.14.5 on (IOKitUser-1483.260.4, OSKext.c).
   *
   * @return the path as shown
   */
  String shownPath();

  /**
   * Its identifier.
   *
   * @return {@code CFBundleIdentifier}, or {@code __unknown__} without one that can be used
   */
  BundleIdentifier identifier();

  /**
   * Its version.
   *
   * @return {@code CFBundleVersion}
   */
  DeclaredVersion version();

  /**
   * The oldest version that it can stand in for.
   *
   * @return {@code OSBundleCompatibleVersion}; without a version it is no library
   */
  DeclaredVersion compatibleVersion();

  /**
   * The libraries it asks for.
   *
   * @return {@code OSBundleLibraries} of the architecture, in the order of their identifiers: a
   *     dictionary has none of its own
   */
  List<LibraryRequest> libraries();

  /**
   * Whether its property list and its executable are in order.
   *
   * @return true if it passes validation
   */
  boolean isValid();

  /**
   * Whether owner and permissions of all its files are as they must be.
   *
   * @return true if it passes authentication
   */
  boolean isAuthentic();

  /**
   * Whether it may load in a safe boot.
   *
   * @return true if it says when it is required
   */
  boolean isLoadableInSafeBoot();

  /**
   * Whether it stands for a part of the kernel.
   *
   * @return {@code OSKernelResource}
   */
  boolean isKernelComponent();

  /**
   * Whether it is a list of symbols of another kext.
   *
   * @return {@code OSBundleIsInterface}; a part of the kernel is one too
   */
  boolean isInterface();

  /**
   * Whether it says that it has code.
   *
   * @return true if it names an executable of its own or of another kext
   */
  boolean declaresExecutable();

  /**
   * Whether its executable has code for the Mac.
   *
   * @return true if it does, or if there is no executable
   */
  boolean supportsArchitecture();

  /**
   * When it must be there.
   *
   * @return {@code OSBundleRequired}, if it is a string
   */
  Optional<String> required();

  /**
   * Its notices of copyright.
   *
   * @return {@code CFBundleGetInfoString} and {@code NSHumanReadableCopyright}, those that are
   *     strings
   */
  List<String> copyrights();

  /**
   * The UUID of its executable.
   *
   * @return the UUID of the code for the Mac, if there is one
   */
  Optional<UUID> uuid();

  /**
   * Whether it can stand in for a version of itself that somebody asks for.
   *
   * @param wanted the version asked for
   * @return true if that lies between its compatible version and its version
   */
  default boolean isCompatibleWith(KextVersion wanted) {
    return isLibrary()
        && compatibleVersion().version().orElseThrow().compareTo(wanted) <= 0
        && version().version().filter(own -> own.compareTo(wanted) >= 0).isPresent();
  }

  /**
   * Whether others can link against it at all.
   *
   * @return true if it has a compatible version
   */
  default boolean isLibrary() {
    return compatibleVersion().version().isPresent();
  }
}
