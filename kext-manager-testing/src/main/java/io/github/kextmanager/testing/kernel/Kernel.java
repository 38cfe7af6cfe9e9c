package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.verdict.OsReturn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiPredicate;

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
  private final LoadedImages loaded = new LoadedImages();
  private final AddressSpace addresses;
  private final KernelComponents components;
  private final LogSink systemLog;
  private final IdleScan idleScan;
  private BiPredicate<String, String> excluded = (identifier, version) -> false;
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
   * @param systemLog takes what there is to say
   */
  public Kernel(AddressSpace addresses, KernelComponents components, LogSink systemLog) {
    this(addresses, components, systemLog, new IdleScan(InstantSource.system(), Optional.empty()));
  }

  private Kernel(
      AddressSpace addresses, KernelComponents components, LogSink systemLog, IdleScan idleScan) {
    this.addresses = addresses;
    this.components = components;
    this.systemLog = systemLog;
    this.idleScan = idleScan;
  }

  /**
   * Creates a kernel that holds nothing and has the time of a Mac.
   *
   * @param addresses where it puts code
   * @param components how it lists its own parts
   * @param systemLog takes what there is to say
   * @param clock the time of the Mac
   */
  public Kernel(
      AddressSpace addresses, KernelComponents components, LogSink systemLog, InstantSource clock) {
    this(addresses, components, systemLog, new IdleScan(clock, Optional.empty()));
  }

  /**
   * Creates a kernel that goes on where another one was.
   *
   * @param state what the other one held
   * @param addresses where it puts code from now on
   * @param components how it lists its own parts
   * @param systemLog takes what there is to say
   * @param clock the time of the Mac
   */
  public Kernel(
      KernelState state,
      AddressSpace addresses,
      KernelComponents components,
      LogSink systemLog,
      InstantSource clock) {
    this(
        addresses.from(state.nextAddress()),
        components,
        systemLog,
        new IdleScan(clock, state.idleScan()));
    state.images().forEach(image -> loaded.adopt(new LoadedImage(image)));
    this.lastTag = state.lastTag();
  }

  /**
   * What it holds, as plain data.
   *
   * @return the state of now
   */
  public KernelState state() {
    return new KernelState(
        loaded.all().stream().map(LoadedImage::state).toList(),
        lastTag,
        addresses.next(),
        idleScan.due());
  }

  /**
   * Says which kexts it must not load, as it is told when it starts.
   *
   * @param list whether a version of an identifier is in the exclude list
   */
  public void exclude(BiPredicate<String, String> list) {
    excluded = list;
  }

  /**
   * Unloads what nobody has used for a minute, if that is due; everybody who asks the kernel
   * something must have it do so first.
   */
  public void considerUnloads() {
    idleScan.runIfDue(
        loaded,
        image ->
            image
                .asLoaded()
                .identifier()
                .ifPresent(
                    identifier ->
                        new Unloading(loaded, new KernelLog(systemLog)).unload(image, identifier)));
  }

  /**
   * Takes over a kext as it was loaded elsewhere, with its tag, address and references. Tags and
   * addresses of later loads come after it.
   *
   * @param info what is known of it
   */
  public void adopt(KextInfo info) {
    loaded.adopt(new LoadedImage(info, KextCode.WELL_BEHAVED));
    info.tag()
        .ifPresent(tag -> lastTag = Integer.compareUnsigned(tag, lastTag) > 0 ? tag : lastTag);
    info.address().ifPresent(address -> addresses.skipPast(address, info.size().orElse(0)));
  }

  @Override
  public List<KextInfo> loadedKexts() {
    return loaded.infos();
  }

  @Override
  public Optional<KextInfo> loadedKext(String identifier) {
    return loaded.find(identifier).map(LoadedImage::toInfo);
  }

  @Override
  public KernelAnswer load(String identifier, List<KextImage> archive) {
    var log = new KernelLog(systemLog);
    log.general(LogLevel.DEBUG, "Received kext load request from user space.");
    log.kext(LogLevel.PROGRESS, "Received request from user space to load kext %s.", identifier);
    if (loaded.find(identifier).isPresent()) {
      log.kext(LogLevel.DEBUG, "Kext %s is already loaded.", identifier);
      return new KernelAnswer(KernelReturn.SUCCESS, log.messages());
    }
    idleScan.delay();
    OsReturn result = new Loading(loaded, archive, this::map, excluded, log).load(identifier);
    return new KernelAnswer(result, log.messages());
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
            loaded.tags(image.libraries()),
            component);
    return new LoadedImage(info, image.code());
  }

  @Override
  public KernelAnswer unload(String identifier) {
    var log = new KernelLog(systemLog);
    log.general(LogLevel.DEBUG, "Received 'Unload' request from user space.");
    Optional<LoadedImage> image = loaded.find(identifier);
    if (image.isEmpty()) {
      log.kext(LogLevel.ERROR, "Kext %s not found for unload request.", identifier);
      return new KernelAnswer(KernelReturn.NOT_FOUND, log.messages());
    }
    idleScan.delay();
    OsReturn result = new Unloading(loaded, log).unload(image.get(), identifier);
    return new KernelAnswer(result, log.messages());
  }

  /** Succeeds even for a class that nobody knows, since the real one only walks the registry. */
  @Override
  public OsReturn terminateClass(String className) {
    return KernelReturn.SUCCESS;
  }

  @Override
  public OsReturn terminateServices(String identifier) {
    return loaded.find(identifier).map(Unloading::terminateServices).orElse(KernelReturn.SUCCESS);
  }

  /**
   * Adds one live instance of a class, as when a program opens a device.
   *
   * @param identifier the loaded kext that defines the class
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded
   */
  public void openInstance(String identifier, String className) {
    image(identifier).instances().merge(className, 1, Integer::sum);
  }

  /**
   * Takes one live instance of a class away.
   *
   * @param identifier the loaded kext that defines the class
   * @param className the class
   * @throws IllegalStateException if the kext is not loaded or has no instance of that class
   */
  public void closeInstance(String identifier, String className) {
    Map<String, Integer> instances = image(identifier).instances();
    if (!instances.containsKey(className)) {
      throw new IllegalStateException(
          "The kext %s has no live instance of %s.".formatted(identifier, className));
    }
    instances.computeIfPresent(className, (name, count) -> count == 1 ? null : count - 1);
  }

  private LoadedImage image(String identifier) {
    return loaded
        .find(identifier)
        .orElseThrow(
            () -> new IllegalStateException("No kext %s is loaded.".formatted(identifier)));
  }
}
