package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.MachO;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.KextImage;
import io.github.kextmanager.testing.kernel.KextImage.Kind;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Loads a kext with all that it needs ({@code OSKextLoad}): looks for what is wrong, in the order
 * of the real one, and hands the rest to the kernel.
 */
public final class KextLibrary {
  private final KextCatalog catalog;
  private final KernelRequests kernel;
  private final CpuType architecture;
  private final Start start;
  private final Predicate<KextOnDisk> isAuthentic;
  private final LogSink log;

  /** How the Mac was started. */
  public enum Start {
    /** As usual. */
    NORMAL,
    /** With the shift key held: only kexts that say that they are needed. */
    SAFE
  }

  /**
   * A library.
   *
   * @param catalog the kexts that there are
   * @param kernel the kernel
   * @param architecture the architecture of the kernel
   * @param start how the Mac was started
   * @param isAuthentic whether a kext is one to trust
   * @param log takes what the library and the kernel have to say
   */
  public KextLibrary(
      KextCatalog catalog,
      KernelRequests kernel,
      CpuType architecture,
      Start start,
      Predicate<KextOnDisk> isAuthentic,
      LogSink log) {
    this.catalog = catalog;
    this.kernel = kernel;
    this.architecture = architecture;
    this.start = start;
    this.isAuthentic = isAuthentic;
    this.log = log;
  }

  /**
   * A library that trusts everything and has nothing to say.
   *
   * @param catalog the kexts that there are
   * @param kernel the kernel
   * @param architecture the architecture of the kernel
   * @return the library
   */
  public static KextLibrary quiet(
      KextCatalog catalog, KernelRequests kernel, CpuType architecture) {
    return new KextLibrary(catalog, kernel, architecture, Start.NORMAL, any -> true, LogSink.NONE);
  }

  /**
   * Whether a kext is well formed.
   *
   * @param kext the kext
   * @return true if it is
   */
  public boolean isValid(KextOnDisk kext) {
    return new Validation(architecture).isValid(kext);
  }

  /**
   * Whether the kernel holds exactly this kext, by version and UUID.
   *
   * @param kext the kext
   * @return true if it is loaded
   */
  public boolean isLoaded(KextOnDisk kext) {
    return loadedAs(kext)
        .filter(info -> isVersion(kext, info) && info.uuid().equals(kext.uuid(architecture)))
        .isPresent();
  }

  /**
   * A library that a kext needs, itself or through another, and that is not there, or not in a
   * version that will do.
   *
   * @param kext one of the catalogue
   * @return the first one, or empty if all are there
   */
  public Optional<MissingLibrary> missingLibrary(KextOnDisk kext) {
    return MissingLibrary.below(kext, catalog);
  }

  /**
   * A kext and everything that it needs, as the kernel takes it.
   *
   * @param kext one of the catalogue
   * @return the images, libraries before what links against them; empty if something is missing
   */
  public Optional<List<KextImage>> archive(KextOnDisk kext) {
    return resolver(any -> false).resolve(kext).map(this::images);
  }

  /**
   * Everything that a kext needs, whatever the kernel holds.
   *
   * @param kext one of the catalogue
   * @return its libraries, each before what needs it, and the kext itself last; empty if something
   *     is missing
   */
  public Optional<List<KextOnDisk>> loadList(KextOnDisk kext) {
    return resolver(any -> false).resolve(kext).map(Resolution::loadList);
  }

  /**
   * Loads a kext.
   *
   * @param kext one of the catalogue
   * @return what came of it
   */
  public OsReturn load(KextOnDisk kext) {
    try {
      return loadKnowingWhatIsLoaded(kext);
    } catch (KernelRefusalException e) {
      log.log(
          LogMessage.error(
              "Failed to read loaded kext info from kernel - %s."
                  .formatted(MachErrorText.of(e.result()))));
      return e.result();
    }
  }

  private OsReturn loadKnowingWhatIsLoaded(KextOnDisk kext) {
    log.log(LogMessage.kext(LogLevel.PROGRESS, "Loading %s.".formatted(kext.shownAs())));
    if (!isValid(kext)) {
      return refuse(kext, "validation problems", KernelReturn.VALIDATION);
    }
    if (!kext.supports(architecture)) {
      return refuse(kext, "no code for running kernel's architecture", KernelReturn.ARCH_NOT_FOUND);
    }
    if (start == Start.SAFE && !kext.isLoadableInSafeBoot()) {
      return refuse(kext, "ineligible during safe boot", KernelReturn.BOOT_LEVEL);
    }
    if (!isAuthentic.test(kext)) {
      return refuse(kext, "authentication problems", KernelReturn.AUTHENTICATION);
    }
    Optional<Resolution> onDisk = resolver(any -> false).resolve(kext);
    if (onDisk.isEmpty()) {
      return refuse(kext, "failed to resolve dependencies", KernelReturn.DEPENDENCIES);
    }
    return loadResolved(kext, onDisk.get());
  }

  private OsReturn loadResolved(KextOnDisk kext, Resolution onDisk) {
    List<KextOnDisk> loadList = onDisk.loadList();
    if (!loadList.stream().allMatch(isAuthentic)) {
      return refuse(kext, "dependency authentication problems", KernelReturn.AUTHENTICATION);
    }
    if (start == Start.SAFE && !loadList.stream().allMatch(KextOnDisk::isLoadableInSafeBoot)) {
      return refuse(kext, "dependencies ineligible during safe boot", KernelReturn.BOOT_LEVEL);
    }
    Optional<KextInfo> sameIdentifier = loadedAs(kext);
    if (sameIdentifier.isPresent() && !isLoaded(kext)) {
      String what = isVersion(kext, sameIdentifier.get()) ? "UUID" : "version";
      return refuse(
          kext, "a different " + what + " is already loaded", KernelReturn.LOADED_VERSION_DIFFERS);
    }
    Optional<Resolution> inKernel = resolver(this::isLoaded).resolve(kext);
    if (inKernel.isEmpty()) {
      return refuse(
          kext, "failed to resolve dependencies based on loaded kexts", KernelReturn.DEPENDENCIES);
    }
    if (sameIdentifier.isPresent()) {
      return KernelReturn.SUCCESS;
    }
    return handToKernel(kext, inKernel.get());
  }

  private OsReturn handToKernel(KextOnDisk kext, Resolution resolution) {
    KernelAnswer answer = kernel.load(kext.identifier(), images(resolution));
    answer.messages().forEach(log::fromKernel);
    if (KernelReturn.isSuccess(answer.result())) {
      log.log(
          LogMessage.kext(LogLevel.PROGRESS, "Successfully loaded %s.".formatted(kext.shownAs())));
    } else {
      log.log(
          LogMessage.error(
              "Failed to load %s - %s."
                  .formatted(kext.shownAs(), MachErrorText.of(answer.result()))));
    }
    return answer.result();
  }

  private List<KextImage> images(Resolution resolution) {
    return resolution.loadList().stream().map(each -> image(each, resolution)).toList();
  }

  private KextImage image(KextOnDisk kext, Resolution resolution) {
    Optional<MachO.Slice> slice = kext.executable().flatMap(file -> file.sliceFor(architecture));
    Kind kind =
        kext.isKernelComponent()
            ? Kind.KERNEL_COMPONENT
            : kext.declaresExecutable() ? Kind.CODE : Kind.CODELESS;
    return new KextImage(
        kext.identifier(),
        kext.versionText(),
        slice.flatMap(MachO.Slice::uuid),
        slice.map(MachO.Slice::cpu).orElse(architecture).columnText(),
        kind,
        slice.map(MachO.Slice::memoryBytes).orElse(0),
        resolution.linkedBy(kext).stream().map(KextOnDisk::identifier).toList(),
        ServiceProtection.applyTo(kext));
  }

  private DependencyResolver resolver(Predicate<KextOnDisk> isLoaded) {
    return new DependencyResolver(catalog, architecture, isLoaded, log);
  }

  private Optional<KextInfo> loadedAs(KextOnDisk kext) {
    return kernel.loadedKext(kext.identifier());
  }

  private static boolean isVersion(KextOnDisk kext, KextInfo info) {
    return info.version().filter(kext.versionText()::equals).isPresent();
  }

  private OsReturn refuse(KextOnDisk kext, String reason, OsReturn result) {
    log.log(LogMessage.error("Can't load %s - %s.".formatted(kext.shownAs(), reason)));
    return result;
  }
}
