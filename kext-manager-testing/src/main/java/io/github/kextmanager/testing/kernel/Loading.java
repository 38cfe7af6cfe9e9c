package io.github.kextmanager.testing.kernel;

import static io.github.kextmanager.testing.kernel.KernelLog.hex;
import static io.github.kextmanager.testing.log.LogLevel.ERROR;
import static io.github.kextmanager.testing.log.LogLevel.PROGRESS;

import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The steps of bringing a kext into the kernel ({@code OSKext::load}), libraries first. */
final class Loading {
  private final LoadedImages loaded;
  private final List<KextImage> archive;
  private final Function<KextImage, LoadedImage> mapper;
  private final BiPredicate<String, String> excluded;
  private final KernelLog log;

  /** {@code mapper} gives a kext its tag and its place in memory. */
  Loading(
      LoadedImages loaded,
      List<KextImage> archive,
      Function<KextImage, LoadedImage> mapper,
      BiPredicate<String, String> excluded,
      KernelLog log) {
    this.loaded = loaded;
    this.archive = archive;
    this.mapper = mapper;
    this.excluded = excluded;
    this.log = log;
  }

  OsReturn load(String identifier) {
    Optional<KextImage> image = inArchive(identifier);
    if (image.isEmpty()) {
      log.kext(ERROR, "Can't load kext %s - not found.", identifier);
      return KernelReturn.ERROR;
    }
    OsReturn result = load(image.get());
    if (!KernelReturn.isSuccess(result)) {
      log.kext(ERROR, "Failed to load kext %s (error %s).", identifier, hex(result.value()));
    }
    return result;
  }

  private OsReturn load(KextImage image) {
    if (excluded.test(image.identifier(), image.version())) {
      log.kext(ERROR, "Kext %s is in exclude list, not loadable", image.identifier());
      return KernelReturn.NOT_LOADABLE;
    }
    if (image.kind() == KextImage.Kind.CODELESS) {
      return KernelReturn.SUCCESS;
    }
    OsReturn result = loadLibraries(image);
    if (KernelReturn.isSuccess(result)) {
      result = start(image);
    }
    if (!KernelReturn.isSuccess(result)) {
      log.kext(ERROR, "Kext %s failed to load (%s).", image.identifier(), hex(result.value()));
    }
    return result;
  }

  private OsReturn loadLibraries(KextImage image) {
    for (String library : image.libraries()) {
      if (loaded.find(library).isPresent()) {
        continue;
      }
      Optional<KextImage> libraryImage = inArchive(library);
      if (libraryImage.isEmpty()) {
        log.kext(
            ERROR,
            "Can't load kext %s - failed to resolve library dependencies.",
            image.identifier());
        return KernelReturn.DEPENDENCIES;
      }
      if (!KernelReturn.isSuccess(load(libraryImage.get()))) {
        log.kext(ERROR, "Dependency %s of kext %s failed to load.", library, image.identifier());
        return KernelReturn.DEPENDENCY_LOAD_ERROR;
      }
    }
    return KernelReturn.SUCCESS;
  }

  private OsReturn start(KextImage image) {
    LoadedImage mapped = mapper.apply(image);
    loaded.add(mapped);
    int code = image.code().startReturn();
    if (code == 0) {
      log.kext(PROGRESS, "Kext %s loaded.", image.identifier());
      return KernelReturn.SUCCESS;
    }
    log.kext(PROGRESS, "Kext %s did not start (return code %s).", image.identifier(), hex(code));
    log.kext(ERROR, "Kext %s start failed (result %s).", image.identifier(), hex(code));
    loaded.remove(mapped);
    return KernelReturn.START_STOP_ERROR;
  }

  private Optional<KextImage> inArchive(String identifier) {
    return archive.stream().filter(image -> image.identifier().equals(identifier)).findFirst();
  }
}
