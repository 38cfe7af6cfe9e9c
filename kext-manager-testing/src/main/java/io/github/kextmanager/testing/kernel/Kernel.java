package io.github.kextmanager.testing.kernel;

import static io.github.kextmanager.testing.log.LogLevel.ERROR;
import static io.github.kextmanager.testing.log.LogLevel.PROGRESS;

import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.verdict.OsReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The kernel from one start of the Mac to the next.
 *
 * <p>Load tags count up from 1 and are never given twice; a kext that did not start has used one
 * up. A kext counts as referenced as often as loaded kexts link against it, plus what it was
 * adopted with.
 *
 * <p>Not safe for use by multiple threads.
 */
public final class Kernel implements KernelRequests {
  private final List<LoadedImage> loaded = new ArrayList<>();
  private final AddressSpace addresses;
  private final KernelComponents components;
  private int lastTag;

  /** How the parts of the kernel that kexts link against are listed. */
  public enum KernelComponents {
    /** With an address and a size, as up to 10.15. */
    MAPPED,
    /** With zeroes, as from 11. */
    UNMAPPED
  }

  /**
   * Creates a kernel that holds nothing.
   *
   * @param addresses where it puts code
   * @param components how it lists its own parts
   */
  public Kernel(AddressSpace addresses, KernelComponents components) {
    this.addresses = addresses;
    this.components = components;
  }

  /**
   * Takes over a kext as it was loaded elsewhere, with its tag, address and references. Tags and
   * addresses of later loads come after it.
   *
   * @param info what is known of it
   */
  public void adopt(KextInfo info) {
    loaded.add(new LoadedImage(info, KextCode.WELL_BEHAVED));
    info.tag()
        .ifPresent(tag -> lastTag = Integer.compareUnsigned(tag, lastTag) > 0 ? tag : lastTag);
    info.address().ifPresent(address -> addresses.skipPast(address, info.size().orElse(0)));
  }

  @Override
  public List<KextInfo> loadedKexts() {
    return loaded.stream().map(LoadedImage::toInfo).toList();
  }

  @Override
  public KernelAnswer load(String identifier, List<KextImage> archive) {
    List<LogMessage> messages = new ArrayList<>();
    messages.add(LogMessage.general(LogLevel.DEBUG, "Received kext load request from user space."));
    messages.add(kext(PROGRESS, "Received request from user space to load kext %s.", identifier));
    if (find(identifier).isPresent()) {
      messages.add(kext(LogLevel.DEBUG, "Kext %s is already loaded.", identifier));
      return new KernelAnswer(KernelReturn.SUCCESS, messages);
    }
    Optional<KextImage> image = inArchive(identifier, archive);
    if (image.isEmpty()) {
      messages.add(kext(ERROR, "Can't load kext %s - not found.", identifier));
      return new KernelAnswer(KernelReturn.ERROR, messages);
    }
    OsReturn result = load(image.get(), archive, messages);
    if (!KernelReturn.isSuccess(result)) {
      messages.add(
          kext(ERROR, "Failed to load kext %s (error %s).", identifier, hex(result.value())));
    }
    return new KernelAnswer(result, messages);
  }

  private OsReturn load(KextImage image, List<KextImage> archive, List<LogMessage> messages) {
    if (image.kind() == KextImage.Kind.CODELESS) {
      return KernelReturn.SUCCESS;
    }
    OsReturn result = loadLibraries(image, archive, messages);
    if (KernelReturn.isSuccess(result)) {
      result = start(map(image), messages);
    }
    if (!KernelReturn.isSuccess(result)) {
      messages.add(
          kext(ERROR, "Kext %s failed to load (%s).", image.identifier(), hex(result.value())));
    }
    return result;
  }

  private OsReturn loadLibraries(
      KextImage image, List<KextImage> archive, List<LogMessage> messages) {
    for (String library : image.libraries()) {
      if (find(library).isPresent()) {
        continue;
      }
      Optional<KextImage> libraryImage = inArchive(library, archive);
      if (libraryImage.isEmpty()) {
        messages.add(
            kext(
                ERROR,
                "Can't load kext %s - failed to resolve library dependencies.",
                image.identifier()));
        return KernelReturn.DEPENDENCIES;
      }
      if (!KernelReturn.isSuccess(load(libraryImage.get(), archive, messages))) {
        messages.add(
            kext(ERROR, "Dependency %s of kext %s failed to load.", library, image.identifier()));
        return KernelReturn.DEPENDENCY_LOAD_ERROR;
      }
    }
    return KernelReturn.SUCCESS;
  }

  private LoadedImage map(KextImage image) {
    boolean component = image.kind() == KextImage.Kind.KERNEL_COMPONENT;
    boolean mapped = !component || components == KernelComponents.MAPPED;
    int size = mapped ? image.sizeBytes() : 0;
    var info =
        new KextInfo(
            Optional.of(image.identifier()),
            Optional.of(image.version()),
            OptionalInt.of(++lastTag),
            OptionalInt.of(0),
            OptionalLong.of(mapped ? addresses.allocate(size) : 0),
            OptionalInt.of(size),
            OptionalInt.of(size),
            Optional.of(image.architecture()),
            image.uuid(),
            image.libraries().stream()
                .flatMap(id -> find(id).stream())
                .map(library -> library.asLoaded().tag())
                .toList(),
            component);
    var mappedImage = new LoadedImage(info, image.code());
    loaded.add(mappedImage);
    librariesOf(mappedImage).forEach(LoadedImage::retain);
    return mappedImage;
  }

  private OsReturn start(LoadedImage image, List<LogMessage> messages) {
    String identifier = image.asLoaded().identifier().orElseThrow();
    int code = image.code().startReturn();
    if (code == 0) {
      messages.add(kext(PROGRESS, "Kext %s loaded.", identifier));
      return KernelReturn.SUCCESS;
    }
    messages.add(kext(PROGRESS, "Kext %s did not start (return code %s).", identifier, hex(code)));
    messages.add(kext(ERROR, "Kext %s start failed (result %s).", identifier, hex(code)));
    remove(image);
    return KernelReturn.START_STOP_ERROR;
  }

  @Override
  public KernelAnswer unload(String identifier) {
    List<LogMessage> messages = new ArrayList<>();
    messages.add(LogMessage.general(LogLevel.DEBUG, "Received 'Unload' request from user space."));
    OsReturn result =
        find(identifier)
            .map(image -> unload(image, identifier, messages))
            .orElseGet(
                () -> {
                  messages.add(kext(ERROR, "Kext %s not found for unload request.", identifier));
                  return KernelReturn.NOT_FOUND;
                });
    return new KernelAnswer(result, messages);
  }

  private OsReturn unload(LoadedImage image, String identifier, List<LogMessage> messages) {
    OsReturn terminated = terminateServices(image);
    if (!KernelReturn.isSuccess(terminated)) {
      messages.add(
          kext(
              ERROR,
              "Can't remove kext %s; services failed to terminate - %s.",
              identifier,
              hex(terminated.value())));
      return terminated;
    }
    if (image.asLoaded().kernelResource()) {
      return KernelReturn.INVALID_ARGUMENT;
    }
    if (!image.instances().isEmpty()) {
      messages.add(kext(ERROR, "Can't unload kext %s; classes have instances:", identifier));
      image.instances().forEach((name, count) -> messages.add(instances(identifier, name, count)));
      return KernelReturn.IN_USE;
    }
    messages.add(kext(LogLevel.DETAIL, "Kext %s calling module stop function.", identifier));
    int stopped = image.code().stopReturn();
    if (stopped != 0) {
      messages.add(kext(ERROR, "Kext %s did not stop (return code %s).", identifier, hex(stopped)));
      messages.add(
          kext(
              ERROR,
              "Kext %s can't unload - module stop returned %s.",
              identifier,
              hex(KernelReturn.START_STOP_ERROR.value())));
      return KernelReturn.START_STOP_ERROR;
    }
    messages.add(kext(PROGRESS, "Kext %s unloading.", identifier));
    remove(image);
    messages.add(kext(PROGRESS, "Kext %s unloaded.", identifier));
    messages.add(kext(PROGRESS, "Removing kext %s.", identifier));
    return KernelReturn.SUCCESS;
  }

  private static OsReturn terminateServices(LoadedImage image) {
    if (image.isReferenced()) {
      return KernelReturn.IN_USE;
    }
    return image.code().termination() == KextCode.Termination.REFUSES
        ? KernelReturn.IO_UNSUPPORTED
        : KernelReturn.SUCCESS;
  }

  /** Succeeds even for a class that nobody knows, since the real one only walks the registry. */
  @Override
  public OsReturn terminateClass(String className) {
    return KernelReturn.SUCCESS;
  }

  @Override
  public OsReturn terminateServices(String identifier) {
    return find(identifier).map(Kernel::terminateServices).orElse(KernelReturn.SUCCESS);
  }

  /**
   * Adds one live instance of a class, as when a program opens a device.
   *
   * @param identifier the loaded kext that defines the class
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded
   */
  public void openInstance(String identifier, String className) {
    loaded(identifier).instances().merge(className, 1, Integer::sum);
  }

  /**
   * Takes one live instance of a class away.
   *
   * @param identifier the loaded kext that defines the class
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded or has no instance of that class
   */
  public void closeInstance(String identifier, String className) {
    Map<String, Integer> instances = loaded(identifier).instances();
    if (!instances.containsKey(className)) {
      throw new IllegalStateException(
          "The kext %s has no live instance of %s.".formatted(identifier, className));
    }
    instances.computeIfPresent(className, (name, count) -> count == 1 ? null : count - 1);
  }

  private LoadedImage loaded(String identifier) {
    return find(identifier)
        .orElseThrow(
            () -> new IllegalStateException("No kext %s is loaded.".formatted(identifier)));
  }

  private void remove(LoadedImage image) {
    loaded.remove(image);
    librariesOf(image).forEach(LoadedImage::release);
  }

  private List<LoadedImage> librariesOf(LoadedImage image) {
    return image.asLoaded().dependencies().stream()
        .flatMap(tag -> loaded.stream().filter(other -> other.hasTag(tag)))
        .toList();
  }

  private Optional<LoadedImage> find(String identifier) {
    return loaded.stream().filter(image -> image.is(identifier)).findFirst();
  }

  private static Optional<KextImage> inArchive(String identifier, List<KextImage> archive) {
    return archive.stream().filter(image -> image.identifier().equals(identifier)).findFirst();
  }

  private static LogMessage instances(String identifier, String className, int count) {
    return kext(
        ERROR,
        "    Kext %s class %s has %s instance%s.",
        identifier,
        className,
        Integer.toString(count),
        count == 1 ? "" : "s");
  }

  private static LogMessage kext(LogLevel level, String format, String... values) {
    return LogMessage.kext(level, String.format(Locale.ROOT, format, (Object[]) values));
  }

  private static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
