package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request to load kexts from collections, step by step. */
final class LoadSteps {
  private final Platform platform;
  private final KernelRequests kernel;
  private final KextCatalog catalog;
  private final KextLibrary library;
  private final Consent consent;
  private final AuxiliaryCollection collection;
  private final RequestLog log;
  private final List<KextOnDisk> waiting = new ArrayList<>();
  private final List<AuxiliaryCollection.Member> ready = new ArrayList<>();

  LoadSteps(
      Platform platform,
      KernelRequests kernel,
      KextCatalog catalog,
      Consent consent,
      AuxiliaryCollection collection,
      RequestLog log) {
    this.platform = platform;
    this.kernel = kernel;
    this.catalog = catalog;
    this.library = KextLibrary.quiet(catalog, kernel, platform.architecture());
    this.consent = consent;
    this.collection = collection;
    this.log = log;
  }

  Optional<KmError> find(KmRequest request, Disk disk) {
    for (String identifier : request.identifiers()) {
      Optional<KextOnDisk> kext = catalog.best(identifier);
      if (kext.isPresent()) {
        sort(kext.get());
      } else if (collection.find(identifier).isPresent()) {
        ready.add(collection.find(identifier).get());
      } else if (!isLoaded(identifier)) {
        return Optional.of(KmError.noExtension(identifier));
      }
    }
    for (Path bundle : request.bundles()) {
      Optional<KextOnDisk> kext = catalog.open(bundle);
      if (kext.isEmpty()) {
        return Optional.of(
            disk.isFolder(bundle) ? KmError.notAKext(bundle) : KmError.noBundle(bundle));
      }
      sort(kext.get());
    }
    log.found(waiting);
    return Optional.empty();
  }

  private void sort(KextOnDisk kext) {
    if (library.isLoaded(kext)) {
      return;
    }
    if (kext.path().startsWith(ExtensionFolders.SYSTEM)) {
      takeFromSystemCollection(kext);
      return;
    }
    collection
        .find(kext.identifier())
        .filter(member -> member.isStill(kext, platform.architecture()))
        .ifPresentOrElse(ready::add, () -> waiting.add(kext));
  }

  /** Apple's own kexts are all mapped, but for one that lacks something. */
  private void takeFromSystemCollection(KextOnDisk kext) {
    library
        .archive(kext)
        .ifPresentOrElse(
            archive -> ready.add(AuxiliaryCollection.Member.of(kext, archive)),
            () -> waiting.add(kext));
  }

  private boolean isLoaded(String identifier) {
    return kernel.loadedKext(identifier).isPresent();
  }

  /** What is to come into the collection is copied first. */
  Optional<KmError> stage(Disk disk) {
    return disk.isFull() && !waiting.isEmpty()
        ? Optional.of(KmError.noSpace(waiting.get(0).identifier()))
        : Optional.empty();
  }

  Optional<KmError> review(BundleReview review) {
    return waiting.stream()
        .flatMap(kext -> review.problem(kext, catalog, library).stream())
        .findFirst();
  }

  /** Whether there is anything to load that is not Apple's. */
  boolean concernOthers() {
    return waiting.stream().anyMatch(kext -> !kext.path().startsWith(ExtensionFolders.SYSTEM));
  }

  Optional<KmError> approve(KmRequest.Approval approval) {
    List<KextOnDisk> refused = waiting.stream().filter(kext -> !isAllowed(kext)).toList();
    if (!refused.isEmpty() && approval == KmRequest.Approval.REQUIRED) {
      log.waits(refused);
      return Optional.of(KmError.notApproved(identifiers(refused), platform.release()));
    }
    waiting.forEach(kext -> collection.want(kext.path()));
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(KmError.restartRequired(identifiers(waiting)));
  }

  private boolean isAllowed(KextOnDisk kext) {
    log.asks(kext);
    boolean allowed = consent.ask(kext);
    if (allowed) {
      log.allowed(kext);
    }
    return allowed;
  }

  Optional<KmError> start() {
    for (AuxiliaryCollection.Member member : ready) {
      OsReturn result = kernel.load(member.identifier(), member.archive()).result();
      if (!KernelReturn.isSuccess(result)) {
        return Optional.of(KmError.kernelRefused(result));
      }
      log.started(member);
    }
    return Optional.empty();
  }

  private static String identifiers(List<KextOnDisk> kexts) {
    return String.join(",", kexts.stream().map(KextOnDisk::identifier).distinct().toList());
  }
}
