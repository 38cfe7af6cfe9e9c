package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What kextload does when no kextd runs: it loads by itself, and shows what the kext library and
 * the kernel have to say (kext_tools, kextload_main.c: {@code loadKextsIntoKernel}).
 */
public final class KextloadInProcess {

  /** Up to 10.12 the low byte of "not found" becomes the status, by a slip of the real one. */
  private static final int NOT_FOUND_TRUNCATED = 6;

  private final Platform platform;
  private final Supplier<Start> start;
  private final Disk disk;
  private final Supplier<? extends KernelRequests> kernel;
  private final Staging staging;
  private final Authentication authentication;

  /**
   * The fallback of a release.
   *
   * @param platform whose rules count
   * @param start how the Mac was started
   * @param disk where the bundles lie
   * @param kernel the kernel of this start of the Mac
   * @param staging makes protected copies from 10.13
   * @param authentication which kexts are trusted
   */
  public KextloadInProcess(
      Platform platform,
      Supplier<Start> start,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Staging staging,
      Authentication authentication) {
    this.staging = staging;
    this.platform = platform;
    this.start = start;
    this.disk = disk;
    this.kernel = kernel;
    this.authentication = authentication;
  }

  int run(KextloadArguments arguments, Invocation invocation, ToolLog log) {
    if (!invocation.isRoot()) {
      log.error("Can't contact kextd; must run as root to load kexts.");
      return ExitStatus.NO_PERMISSION;
    }
    boolean dexts = platform.release().isAtLeast(Releases.CATALINA);
    log.general(
        LogLevel.BASIC,
        "Can't contact kextd; attempting to load directly into kernel."
            + (dexts ? " Dexts will not be loadable." : ""));
    return new Work(invocation, log).run(arguments);
  }

  private final class Work {
    private final Invocation invocation;
    private final ToolLog log;
    private final KextCatalog catalog;
    private final KextLibrary library;
    private int status = ExitStatus.OK;

    Work(Invocation invocation, ToolLog log) {
      this.invocation = invocation;
      this.log = log;
      this.catalog = new KextCatalog(disk, new KextOpener(disk, platform), log);
      this.library =
          new KextLibrary(
              catalog,
              kernel.get(),
              platform.architecture(),
              start.get(),
              kext -> authentication.checkWithoutConsent(kext) == Result.TRUSTED,
              log);
    }

    int run(KextloadArguments arguments) {
      open(arguments);
      for (String identifier : arguments.identifiers()) {
        Optional<KextOnDisk> kext = catalog.best(identifier);
        if (kext.isEmpty()) {
          log.error("Error: Kext %s - not found/unable to create.".formatted(identifier));
          return platform.release().isAtLeast(Releases.HIGH_SIERRA)
              ? ExitStatus.OS_ERROR
              : NOT_FOUND_TRUNCATED;
        }
        if (!load(kext, identifier)) {
          return ExitStatus.OS_ERROR;
        }
      }
      for (String word : arguments.kexts()) {
        Path bundle = invocation.absolute(word);
        if (!load(catalog.find(bundle), bundle.toString())) {
          return ExitStatus.OS_ERROR;
        }
      }
      return status;
    }

    private void open(KextloadArguments arguments) {
      log.general(LogLevel.PROGRESS, "Reading extensions.");
      ExtensionFolders.of(platform.release()).forEach(catalog::scan);
      paths(arguments.kexts()).forEach(catalog::open);
      paths(arguments.repositories()).forEach(catalog::scanNamed);
      paths(arguments.dependencies()).forEach(catalog::open);
    }

    private List<Path> paths(List<String> words) {
      return words.stream().map(invocation::absolute).toList();
    }

    /** Returns false if nothing more is tried. */
    private boolean load(Optional<KextOnDisk> kext, String name) {
      log.general(LogLevel.BASIC, "Loading %s.".formatted(name));
      if (kext.isPresent() && !passesSecurityChecks(kext.get(), name)) {
        return false;
      }
      OsReturn result = kext.map(library::load).orElse(KernelReturn.NOT_FOUND);
      if (KernelReturn.isSuccess(result)) {
        log.general(LogLevel.BASIC, "%s loaded successfully (or already loaded).".formatted(name));
        return true;
      }
      log.error("%s failed to load - %s.".formatted(name, MachErrorText.of(result)));
      if (status == ExitStatus.OK) {
        status = Kextload.status(result, platform.release());
      }
      return true;
    }

    private boolean passesSecurityChecks(KextOnDisk kext, String name) {
      if (!platform.release().isAtLeast(Releases.HIGH_SIERRA)) {
        return true;
      }
      if (!staging.stage(kext)) {
        log.error("%s could not be staged, failing.".formatted(name));
        return false;
      }
      if (authentication.check(kext) == Result.TRUSTED) {
        return true;
      }
      log.error("%s failed security checks; failing.".formatted(name));
      return false;
    }
  }
}
