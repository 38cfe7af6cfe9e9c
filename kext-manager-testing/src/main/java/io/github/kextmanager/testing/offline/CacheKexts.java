package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.LibraryMessage;
import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kexts come into a prelinked kernel, and what is said of the others (kext_tools,
 * kextcache_main.c: {@code filterKextsForCache}).
 */
final class CacheKexts {
  private final KextutilMac mac;
  private final ToolLog log;

  CacheKexts(KextutilMac mac, ToolLog log) {
    this.mac = mac;
    this.log = log;
  }

  /** Which kexts there are to choose from, and by what. */
  record Choice(KextRepository repository, List<RepositoryKext> named, CacheFilter filter) {}

  /** From the last to the first, as the real one does. */
  void choose(Choice choice, CacheTrust.Place place) {
    LibraryProcess process = choice.repository().process(this::show);
    CacheTrust trust = new CacheTrust(mac, process, place, log);
    List<RepositoryKext> candidates = new ArrayList<>(demanded(choice));
    Collections.reverse(candidates);
    for (RepositoryKext kext : candidates) {
      if (!process.isValid(kext)) {
        omit(kext, "is not valid; omitting.");
      } else if (trust.accepts(kext) && !process.resolve(kext)) {
        log.general(
            LogLevel.WARNING,
            "%s is missing dependencies (including anyway; dependencies may be available from elsewhere)"
                .formatted(kext.path()));
      }
    }
  }

  private List<RepositoryKext> demanded(Choice choice) {
    List<RepositoryKext> kexts = choice.repository().kexts();
    return choice.filter().identifiers().isEmpty()
        ? filtered(kexts, choice)
        : identified(kexts, choice.filter().identifiers());
  }

  private List<RepositoryKext> identified(List<RepositoryKext> kexts, Set<String> identifiers) {
    List<RepositoryKext> found = new ArrayList<>();
    for (String identifier : identifiers) {
      kexts.stream()
          .filter(kext -> kext.identifier().toString().equals(identifier))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () ->
                  log.error(
                      "Can't find kext with optional identifier %s; skipping."
                          .formatted(identifier)));
    }
    return found;
  }

  private List<RepositoryKext> filtered(List<RepositoryKext> kexts, Choice choice) {
    CacheFilter filter = choice.filter();
    Set<String> loaded = filter.takesLoaded() ? loadedIdentifiers() : Set.of();
    List<RepositoryKext> demanded = new ArrayList<>();
    for (RepositoryKext kext : kexts) {
      boolean isDemanded =
          choice.named().contains(kext)
              ? filter.required().demandsNamed(required(kext))
              : filter.required().demandsOfFolder(required(kext));
      if (isDemanded || loaded.contains(kext.identifier().toString())) {
        demanded.add(kext);
      } else {
        log.general(
            LogLevel.STEP,
            "%s is not demanded by OSBundleRequired conditions.".formatted(kext.path()));
      }
    }
    return demanded;
  }

  private Optional<String> required(RepositoryKext kext) {
    return kext.bundle()
        .properties()
        .get(KextKey.REQUIRED, new Architecture(mac.platform().architecture().columnText()))
        .asOptional();
  }

  private Set<String> loadedIdentifiers() {
    try {
      return mac.kernel().get().loadedKexts().stream()
          .map(KextInfo::identifier)
          .flatMap(Optional::stream)
          .collect(Collectors.toSet());
    } catch (KernelRefusalException refusal) {
      return Set.of();
    }
  }

  private void omit(RepositoryKext kext, String why) {
    log.error("%s %s".formatted(kext.path(), why));
  }

  private void show(LibraryMessage message) {
    log.log(
        message.level() == LibraryMessage.Level.ERROR
            ? LogMessage.error(message.text())
            : LogMessage.general(LogLevel.WARNING, message.text()));
  }
}
