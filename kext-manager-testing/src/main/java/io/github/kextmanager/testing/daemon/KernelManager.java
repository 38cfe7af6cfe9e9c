package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.log.SystemLog;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Signatures;
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
  private final Supplier<Start> start;
  private final BundleReview review;
  private final AuxiliaryCollection collection;
  private final SystemLog log;

  /**
   * A daemon.
   *
   * @param platform whose rules count
   * @param disk where the bundles lie
   * @param kernel the kernel of this start of the Mac
   * @param signatures which signatures are good
   * @param consent what was allowed
   * @param start how the Mac was started
   * @param collection the kexts of others
   * @param log takes what it has to say
   */
  public KernelManager(
      Platform platform,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Signatures signatures,
      Consent consent,
      Supplier<Start> start,
      AuxiliaryCollection collection,
      SystemLog log) {
    this.platform = platform;
    this.disk = disk;
    this.kernel = kernel;
    this.consent = consent;
    this.start = start;
    this.collection = collection;
    this.log = log;
    this.review = new BundleReview(platform, disk, signatures);
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
    KextCatalog catalog = catalog();
    request.repositories().forEach(catalog::scan);
    var requestLog = new RequestLog(log);
    var steps = new LoadSteps(platform, kernel.get(), catalog, consent, collection, requestLog);
    Optional<KmError> error = error(steps, request);
    error.ifPresent(requestLog::failed);
    return error;
  }

  private Optional<KmError> error(LoadSteps steps, KmRequest request) {
    try {
      return steps
          .find(request, disk)
          .or(() -> steps.stage(disk))
          .or(() -> steps.review(review))
          .or(() -> refuseDuringSafeBoot(steps))
          .or(() -> steps.approve(request.approval()))
          .or(steps::start);
    } catch (KernelRefusalException e) {
      return Optional.of(KmError.kernelRefused(e.result()));
    }
  }

  /** That it is refused has been published; the second half of the text is ours. */
  private Optional<KmError> refuseDuringSafeBoot(LoadSteps steps) {
    return start.get() == Start.SAFE && steps.concernOthers()
        ? Optional.of(KmError.safeBoot())
        : Optional.empty();
  }

  private void say(String text) {
    log.write(LogSource.KERNEL_MANAGER, EntryType.DEFAULT, text);
  }

  /**
   * Builds the collection anew, as at a start of the Mac, and starts what there is hardware for. It
   * takes everything well made and allowed that lies in a folder for extensions or was asked for,
   * but nothing during a safe boot.
   */
  public void startCollection() {
    collection.replace(start.get() == Start.SAFE ? List.of() : next().members());
    collection.wanted().stream()
        .filter(bundle -> !disk.isFolder(bundle))
        .forEach(bundle -> say("Installation check: missing bundle at " + bundle));
    collection.members().stream()
        .filter(member -> member.hardware() == Hardware.PRESENT)
        .forEach(member -> kernel.get().load(member.identifier(), member.archive()));
  }

  /**
   * The kexts that the next start of the Mac would bring into the collection, or in another version
   * than it has now.
   *
   * @return their bundle identifiers
   */
  public List<String> awaitingRestart() {
    List<AuxiliaryCollection.Member> now = collection.members();
    return next().members().stream()
        .filter(member -> !now.contains(member))
        .map(AuxiliaryCollection.Member::identifier)
        .toList();
  }

  /**
   * What the collection would gain and lose if it was built anew now.
   *
   * @return the collection and the difference
   */
  public CollectionChange pendingChange() {
    return CollectionChange.between(
        collection.members(), next().wellMade(), platform.architecture());
  }

  /**
   * Asks the person at the Mac to agree to a change.
   *
   * @param change what would come in and go
   * @return that something is not allowed, or empty
   */
  public Optional<KmError> approve(CollectionChange change) {
    List<String> refused = next().refused(change);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(KmError.notApproved(String.join(",", refused), platform.release()));
  }

  /**
   * Looks for what is wrong with a bundle, whatever it needs.
   *
   * @param kext the bundle
   * @return the first problem, or empty
   */
  public Optional<KmError> diagnose(KextOnDisk kext) {
    KextCatalog catalog = catalog();
    return review.ownProblem(kext, catalog, library(catalog));
  }

  /**
   * Looks for what a bundle needs and what is not there.
   *
   * @param kext the bundle
   * @return the first that is missing, or empty
   */
  public Optional<KmError> diagnoseDependencies(KextOnDisk kext) {
    return BundleReview.missingLibrary(kext, library(catalog()));
  }

  private KextLibrary library(KextCatalog catalog) {
    return KextLibrary.quiet(catalog, kernel.get(), platform.architecture());
  }

  private NextCollection next() {
    KextCatalog catalog = catalog();
    collection.wanted().forEach(catalog::open);
    return new NextCollection(catalog, library(catalog), review, consent);
  }

  private KextCatalog catalog() {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    return catalog;
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
        return Optional.of(KmError.noBundle(bundle));
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
}
