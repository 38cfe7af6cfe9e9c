package io.github.kextmanager.dependency;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.plist.DictionaryOrder;
import io.github.kextmanager.validation.Authentication;
import io.github.kextmanager.validation.KextExecutable;
import io.github.kextmanager.validation.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A kext of a {@link KextRepository}, as the Mac takes it for which the repository was opened. It
 * is judged when that is first asked for, and once.
 *
 * <p>Two kexts are the same only if they are one object. Implemented by this library.
 */
public interface RepositoryKext {
  /**
   * The bundle.
   *
   * @return what was read
   */
  KextBundle bundle();

  /**
   * What the Mac takes it for.
   *
   * @return the facts
   */
  KextFacts facts();

  /**
   * What is wrong with its property list and its executable.
   *
   * @return the findings
   */
  Validation validation();

  /**
   * What is wrong with the owners and permissions of its files.
   *
   * @return the findings
   */
  Authentication authentication();

  /**
   * The file with its code.
   *
   * @return what can be told of it
   */
  default KextExecutable executable() {
    return validation().executable();
  }

  /**
   * The libraries it asks for.
   *
   * @return {@code OSBundleLibraries} of the architecture, in the {@linkplain DictionaryOrder order
   *     of the dictionary}
   */
  List<LibraryRequest> libraries();

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
   * Where it is.
   *
   * @return an absolute path as seen on the Mac, which stands for it there
   */
  default Path path() {
    return bundle().location();
  }

  /**
   * Its path as the release writes it in messages.
   *
   * @return the name of the bundle up to 10.14.4, the absolute path from 10.14.5 on
   */
  default String shownPath() {
    return bundle().shown();
  }

  /**
   * The identifier under which macOS files it.
   *
   * @return {@code CFBundleIdentifier}, or {@code __unknown__} without one that can be used
   */
  default BundleIdentifier identifier() {
    return bundle().identifier();
  }

  /**
   * Its version.
   *
   * @return {@code CFBundleVersion}, which may be missing or invalid
   */
  default PackedVersion version() {
    return facts().version();
  }

  /**
   * The oldest version that it can stand in for.
   *
   * @return {@code OSBundleCompatibleVersion}; unless it is a version, the kext is no library
   */
  default PackedVersion compatibleVersion() {
    return facts().compatibleVersion();
  }

  /**
   * Whether others can link against it at all.
   *
   * @return true if it has a compatible version
   */
  default boolean isLibrary() {
    return facts().isLibrary();
  }

  /**
   * Whether it can stand in for a version of itself that somebody asks for.
   *
   * @param wanted the version asked for, in the grammar of the release
   * @return true if that lies between its compatible version and its version
   */
  default boolean isCompatibleWith(PackedVersion wanted) {
    return isLibrary()
        && compatibleVersion().value() <= wanted.value()
        && wanted.value() <= version().value();
  }

  /**
   * Whether its property list and its executable are in order.
   *
   * @return true if it passes validation
   */
  default boolean isValid() {
    return validation().isValid();
  }

  /**
   * Whether owner and permissions of all its files are as they must be.
   *
   * @return true if it passes authentication
   */
  default boolean isAuthentic() {
    return authentication().isAuthentic();
  }

  /**
   * Whether it stands for a part of the kernel.
   *
   * @return {@code OSKernelResource}
   */
  default boolean isKernelComponent() {
    return facts().isKernelComponent();
  }
}
