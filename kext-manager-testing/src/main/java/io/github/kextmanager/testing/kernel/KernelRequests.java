package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/** What user space can ask the kernel. */
public interface KernelRequests {
  /**
   * The loaded kexts ({@code Get Loaded Kext Info}).
   *
   * @return them in the order in which they were loaded
   * @throws KernelRefusalException if the kernel does not tell
   */
  List<KextInfo> loadedKexts();

  /**
   * One loaded kext ({@code Get Loaded Kext Info} with an identifier).
   *
   * @param identifier the kext
   * @return what is told about it, or empty if it is not loaded
   * @throws KernelRefusalException if the kernel does not tell
   */
  default Optional<KextInfo> loadedKext(String identifier) {
    return loadedKexts().stream()
        .filter(info -> info.identifier().filter(identifier::equals).isPresent())
        .findFirst();
  }

  /**
   * Loads a kext ({@code Load}).
   *
   * @param identifier the kext to load
   * @param archive everything that is needed and perhaps not loaded, libraries before what links
   *     against them
   * @return the answer
   */
  KernelAnswer load(String identifier, List<KextImage> archive);

  /**
   * Terminates the services of a kext and unloads it ({@code Unload}).
   *
   * @param identifier the kext
   * @return the answer
   */
  KernelAnswer unload(String identifier);

  /**
   * Terminates the services of a class ({@code IOCatalogueTerminate}).
   *
   * @param className the class
   * @return the result
   */
  OsReturn terminateClass(String className);

  /**
   * Terminates the services of a kext and removes its personalities ({@code IOCatalogueTerminate}).
   *
   * @param identifier the kext
   * @return the result
   */
  OsReturn terminateServices(String identifier);
}
