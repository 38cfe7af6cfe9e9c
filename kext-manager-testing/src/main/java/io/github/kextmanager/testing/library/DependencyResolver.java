package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.VersionNumber;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a kext needs, and leaves one line for each thing that it does not find. */
final class DependencyResolver {

  private final KextCatalog catalog;
  private final Validation validation;
  private final KernelLibraries kernelLibraries;
  private final Predicate<KextOnDisk> isLoaded;
  private final LogSink log;

  /** {@code isLoaded} says whether the kernel holds exactly this kext, by version and UUID. */
  DependencyResolver(
      KextCatalog catalog, CpuType architecture, Predicate<KextOnDisk> isLoaded, LogSink log) {
    this.catalog = catalog;
    this.validation = new Validation(architecture);
    this.kernelLibraries = new KernelLibraries(architecture);
    this.isLoaded = isLoaded;
    this.log = log;
  }

  /** Returns everything that the kext needs, or empty if something is missing. */
  Optional<Resolution> resolve(KextOnDisk kext) {
    var walk = new Walk();
    boolean complete = walk.visit(kext);
    long identifiers = walk.resolved.stream().map(KextOnDisk::identifier).distinct().count();
    return complete && identifiers == walk.resolved.size()
        ? Optional.of(new Resolution(new ArrayList<>(walk.resolved), walk.direct))
        : Optional.empty();
  }

  private final class Walk {
    private final Set<KextOnDisk> resolved = new LinkedHashSet<>();
    private final Set<KextOnDisk> path = new LinkedHashSet<>();
    private final Map<KextOnDisk, List<KextOnDisk>> direct = new HashMap<>();

    boolean visit(KextOnDisk kext) {
      if (resolved.contains(kext)) {
        return true;
      }
      if (kext.isKernelComponent()) {
        return resolved.add(kext);
      }
      if (!validation.isValid(kext)) {
        log.log(error("%s is invalid; can't resolve dependencies.", kext.shownAs()));
        return false;
      }
      if (!path.add(kext)) {
        return false;
      }
      boolean complete = true;
      List<KextOnDisk> libraries = new ArrayList<>();
      for (Map.Entry<String, String> wanted : kext.libraries().entrySet()) {
        Optional<KextOnDisk> library = find(kext, wanted.getKey(), wanted.getValue());
        library.ifPresent(libraries::add);
        complete &= library.isPresent();
      }
      complete &= kernelLibraries.areAllowed(kext, log);
      if (kext.isInterface() && libraries.size() != 1) {
        log.log(error("%s - Interface kext must have exactly one dependency.", kext.shownAs()));
        complete = false;
      }
      for (KextOnDisk library : libraries) {
        complete &= visit(library);
      }
      path.remove(kext);
      direct.put(kext, libraries);
      return complete && resolved.add(kext);
    }
  }

  private Optional<KextOnDisk> find(KextOnDisk kext, String identifier, String version) {
    VersionNumber wanted = VersionNumber.ofProperty(version, kext.release()).orElseThrow();
    List<KextOnDisk> candidates = catalog.all(identifier);
    Optional<KextOnDisk> loaded = candidates.stream().filter(isLoaded).findFirst();
    if (loaded.isPresent()) {
      return compatible(kext, loaded.get(), version, wanted);
    }
    Optional<KextOnDisk> found =
        candidates.stream().filter(library -> library.isCompatibleWith(wanted)).findFirst();
    if (found.isEmpty()) {
      log.log(notFound(kext, identifier, candidates));
    }
    return found;
  }

  private Optional<KextOnDisk> compatible(
      KextOnDisk kext, KextOnDisk loaded, String version, VersionNumber wanted) {
    if (loaded.isCompatibleWith(wanted)) {
      return Optional.of(loaded);
    }
    log.log(
        loaded.compatibleVersion().isEmpty()
            ? error(
                "%s - loaded dependency %s lacks valid OSBundleCompatibleVersion.",
                kext.shownAs(), loaded.identifier())
            : error(
                "%s - loaded dependency %s, v%s is not compatible with requested version %s.",
                kext.shownAs(), loaded.identifier(), loaded.versionText(), version));
    return Optional.empty();
  }

  private static LogMessage notFound(
      KextOnDisk kext, String identifier, List<KextOnDisk> candidates) {
    if (candidates.isEmpty()) {
      return kext.release().isAtLeast(Releases.EL_CAPITAN)
          ? error("%s - dependency '%s' not found.", kext.shownAs(), identifier)
          : error("%s - no dependency found for %s.", kext.shownAs(), identifier);
    }
    return candidates.get(0).compatibleVersion().isEmpty()
        ? error(
            "%s - dependency for %s lacks valid OSBundleCompatibleVersion.",
            kext.shownAs(), identifier)
        : error("%s - no compatible dependency found for %s.", kext.shownAs(), identifier);
  }

  private static LogMessage error(String format, String... values) {
    return LogMessage.error(format.formatted((Object[]) values));
  }
}
