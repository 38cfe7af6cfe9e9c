package io.github.kextmanager.testing.machine;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Authentication.Result;
import java.util.List;

/**
 * What is loaded when a Mac starts: what there is hardware for, as far as it may be. Nobody is
 * asked.
 */
final class StartOfKexts {
  private final KextCatalog catalog;
  private final KextLibrary library;
  private final Rules rules;
  private final Start start;

  /** From 11 on the kexts of others come from their collection. */
  StartOfKexts(InstalledKexts installed, Kernel kernel, Rules rules, Start start) {
    this.catalog =
        installed.in(
            hasCollections(installed)
                ? List.of(ExtensionFolders.SYSTEM)
                : ExtensionFolders.of(installed.platform().release()));
    this.library = KextLibrary.quiet(catalog, kernel, installed.platform().architecture());
    this.rules = rules;
    this.start = start;
  }

  private static boolean hasCollections(InstalledKexts installed) {
    return installed.platform().release().isAtLeast(Releases.BIG_SUR);
  }

  /** What a kernel says of itself, if no table was adopted that says it. */
  void loadKernelComponents() {
    catalog.opened().stream().filter(KextOnDisk::isKernelComponent).forEach(library::load);
  }

  void loadForHardware() {
    catalog.opened().stream()
        .filter(kext -> kext.script().hardware() == Hardware.PRESENT)
        .filter(this::isAllowed)
        .forEach(library::load);
  }

  private boolean isAllowed(KextOnDisk kext) {
    return library.loadList(kext).orElse(List.of()).stream()
        .allMatch(
            each ->
                rules.authentication().checkWithoutConsent(each) == Result.TRUSTED
                    && rules.signatures().accept(each)
                    && rules.consent().isGiven(each)
                    && (start == Start.NORMAL || each.isLoadableInSafeBoot()));
  }
}
