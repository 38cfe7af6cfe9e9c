package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The daemon that loads kexts from macOS 11 on (kernelmanagerd). Its source is not public: what it
 * does is known from kmutil(8) and from what people have published.
 *
 * <p>A request is answered as a whole: nothing of it is started as long as one of its kexts waits
 * for approval or a restart.
 */
public final class KernelManager {
  private static final int ROOT = 0;

  private final Platform platform;
  private final Disk disk;
  private final Supplier<? extends KernelRequests> kernel;
  private final Consent consent;
  private final AuxiliaryCollection collection;

  /**
   * A daemon.
   *
   * @param platform whose rules count
   * @param disk where the bundles lie
   * @param kernel the kernel of this start of the Mac
   * @param consent what was allowed
   * @param collection the collection of other people's kexts
   */
  public KernelManager(
      Platform platform,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Consent consent,
      AuxiliaryCollection collection) {
    this.platform = platform;
    this.disk = disk;
    this.kernel = kernel;
    this.consent = consent;
    this.collection = collection;
  }

  /**
   * Loads kexts, or arranges for them to be there after the next start.
   *
   * @param request which, and for whom
   * @return what is wrong, or empty if they are loaded now
   */
  public Optional<KmError> load(KmRequest request) {
    if (request.uid() != ROOT) {
      return Optional.of(KmError.kernelRefused(KernelReturn.NOT_PRIVILEGED));
    }
    var load = new Load(request);
    return load.find().or(load::review).or(load::approve).or(load::start);
  }

  /**
   * Builds the collection anew, as at a start of the Mac: everything well made and allowed that
   * lies in a folder for extensions or was asked for.
   */
  public void buildCollection() {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    collection.wanted().forEach(catalog::open);
    var library = KextLibrary.quiet(catalog, kernel.get(), platform.architecture());
    var review = new BundleReview(platform, disk);
    List<AuxiliaryCollection.Member> members = new ArrayList<>();
    for (KextOnDisk kext : catalog.opened()) {
      boolean belongs = !kext.path().startsWith(ExtensionFolders.SYSTEM) && consent.isGiven(kext);
      if (belongs && review.problem(kext, library).isEmpty()) {
        library
            .archive(kext)
            .ifPresent(archive -> members.add(new AuxiliaryCollection.Member(kext, archive)));
      }
    }
    collection.replace(members);
  }

  /**
   * Unloads kexts. Their code stays mapped until the next start.
   *
   * @param request which, and for whom
   * @return what is wrong with the first that could not be unloaded, or empty
   */
  public Optional<KmError> unload(KmRequest request) {
    if (request.uid() != ROOT) {
      return Optional.of(KmError.kernelRefused(KernelReturn.NOT_PRIVILEGED));
    }
    List<String> identifiers = new ArrayList<>(request.identifiers());
    var opener = new KextOpener(disk, platform);
    for (Path bundle : request.bundles()) {
      Optional<KextOnDisk> kext = opener.open(bundle, bundle.toString(), LogSink.NONE);
      if (kext.isEmpty()) {
        return Optional.of(noBundle(bundle));
      }
      identifiers.add(kext.get().identifier());
    }
    return identifiers.stream().flatMap(id -> unload(id).stream()).findFirst();
  }

  private Optional<KmError> unload(String identifier) {
    OsReturn result = kernel.get().unload(identifier).result();
    if (KernelReturn.isSuccess(result)) {
      return Optional.empty();
    }
    // That it ends with status 3 is in kmutil(8); the text is ours.
    return Optional.of(
        result.equals(KernelReturn.NOT_FOUND)
            ? KmError.kernelRefused(KmError.NOT_LOADED, result)
            : KmError.kernelRefused(result));
  }

  private static KmError noBundle(Path bundle) {
    return new KmError(
        KmError.OTHER, "Could not find: No bundle was found at %s.".formatted(bundle));
  }

  /** One request to load, step by step. */
  private final class Load {
    private final KmRequest request;
    private final KextCatalog catalog;
    private final KextLibrary library;
    private final List<KextOnDisk> waiting = new ArrayList<>();
    private final List<AuxiliaryCollection.Member> ready = new ArrayList<>();

    Load(KmRequest request) {
      this.request = request;
      this.catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
      ExtensionFolders.of(platform.release()).forEach(catalog::scan);
      request.repositories().forEach(catalog::scan);
      this.library = KextLibrary.quiet(catalog, kernel.get(), platform.architecture());
    }

    Optional<KmError> find() {
      for (String identifier : request.identifiers()) {
        Optional<KextOnDisk> kext = catalog.best(identifier);
        if (kext.isPresent()) {
          sort(kext.get());
        } else if (collection.find(identifier).isPresent()) {
          ready.add(collection.find(identifier).get());
        } else if (!isLoaded(identifier)) {
          return Optional.of(
              new KmError(
                  KmError.OTHER,
                  "Could not find: Extension with identifier '%s' not found"
                      .formatted(identifier)));
        }
      }
      for (Path bundle : request.bundles()) {
        Optional<KextOnDisk> kext = catalog.open(bundle);
        if (kext.isEmpty()) {
          return Optional.of(disk.isFolder(bundle) ? notAKext(bundle) : noBundle(bundle));
        }
        sort(kext.get());
      }
      return Optional.empty();
    }

    private void sort(KextOnDisk kext) {
      if (library.isLoaded(kext)) {
        return;
      }
      collection
          .find(kext.identifier())
          .filter(member -> isSame(member.kext(), kext))
          .ifPresentOrElse(ready::add, () -> waiting.add(kext));
    }

    Optional<KmError> review() {
      var review = new BundleReview(platform, disk);
      return waiting.stream().flatMap(kext -> review.problem(kext, library).stream()).findFirst();
    }

    Optional<KmError> approve() {
      List<KextOnDisk> refused = waiting.stream().filter(kext -> !consent.ask(kext)).toList();
      if (!refused.isEmpty()) {
        return Optional.of(
            new KmError(
                KmError.NOT_APPROVED,
                "Extension with identifiers %s not approved to load. Please approve using %s."
                    .formatted(identifiers(refused), settings())));
      }
      waiting.forEach(kext -> collection.want(kext.path()));
      return waiting.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new KmError(
                  KmError.RESTART_REQUIRED,
                  "Loading extension(s): %s requires a reboot".formatted(identifiers(waiting))));
    }

    Optional<KmError> start() {
      return ready.stream()
          .map(member -> kernel.get().load(member.kext().identifier(), member.archive()))
          .map(KernelAnswer::result)
          .filter(result -> !KernelReturn.isSuccess(result))
          .map(KmError::kernelRefused)
          .findFirst();
    }
  }

  private boolean isSame(KextOnDisk mapped, KextOnDisk onDisk) {
    return mapped.versionText().equals(onDisk.versionText())
        && mapped.uuid(platform.architecture()).equals(onDisk.uuid(platform.architecture()));
  }

  private boolean isLoaded(String identifier) {
    return kernel.get().loadedKexts().stream()
        .map(KextInfo::identifier)
        .anyMatch(loaded -> loaded.filter(identifier::equals).isPresent());
  }

  private String settings() {
    return platform.release().major() >= 15 ? "System Settings" : "System Preferences";
  }

  private static String identifiers(List<KextOnDisk> kexts) {
    return String.join(",", kexts.stream().map(KextOnDisk::identifier).distinct().toList());
  }

  private static KmError notAKext(Path bundle) {
    return new KmError(
        KmError.OTHER,
        "Loading extension failed: Unable to create extension from bundle:"
            + " codeless (missing CFBundlePackageType) bundle (nil) at "
            + bundle);
  }
}
