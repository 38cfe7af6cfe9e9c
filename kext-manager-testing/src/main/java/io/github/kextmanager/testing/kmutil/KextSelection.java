package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.program.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The bundles that a subcommand is about: those that are named, else all in the folders for
 * extensions.
 *
 * @param kexts the bundles in the order in which they were found
 * @param error the first that was named and is not there, if any
 */
record KextSelection(List<KextOnDisk> kexts, Optional<KmError> error) {
  KextSelection {
    kexts = List.copyOf(kexts);
  }

  static KextSelection of(Given given, Invocation invocation, Disk disk, Platform platform)
      throws ArgumentException {
    KextCatalog catalog = catalog(given, invocation, disk, platform);
    Set<KextOnDisk> named = new LinkedHashSet<>();
    for (Path bundle : Answers.paths(given.all(Options.BUNDLE_PATH), invocation)) {
      Optional<KextOnDisk> kext = catalog.open(bundle);
      if (kext.isEmpty()) {
        return failed(KmError.noBundle(bundle));
      }
      named.add(kext.get());
    }
    for (String identifier : given.all(Options.BUNDLE_IDENTIFIER)) {
      List<KextOnDisk> found = catalog.all(identifier);
      if (found.isEmpty()) {
        return failed(KmError.noExtension(identifier));
      }
      named.addAll(found);
    }
    given.all(Options.OPTIONAL_IDENTIFIER).forEach(id -> named.addAll(catalog.all(id)));
    return chosen(given, catalog, named);
  }

  private static KextSelection chosen(Given given, KextCatalog catalog, Set<KextOnDisk> named)
      throws ArgumentException {
    Predicate<KextOnDisk> filter = KextFilter.of(given, Options.FILTER);
    Predicate<KextOnDisk> filterAll = KextFilter.of(given, Options.FILTER_ALL);
    List<KextOnDisk> kexts = new ArrayList<>(named);
    if (named.isEmpty() || given.has(Options.FILTER)) {
      catalog.opened().stream()
          .filter(filter)
          .filter(kext -> !named.contains(kext))
          .forEach(kexts::add);
    }
    List<String> elided = given.all(Options.ELIDE_IDENTIFIER);
    kexts.removeIf(kext -> elided.contains(kext.identifier()) || !filterAll.test(kext));
    return new KextSelection(kexts, Optional.empty());
  }

  private static KextCatalog catalog(
      Given given, Invocation invocation, Disk disk, Platform platform) {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    Answers.paths(given.all(Options.REPOSITORY), invocation).forEach(catalog::scan);
    return catalog;
  }

  private static KextSelection failed(KmError error) {
    return new KextSelection(List.of(), Optional.of(error));
  }
}
