package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.daemon.KextLoadRequest.ByIdentifier;
import io.github.kextmanager.testing.daemon.KextLoadRequest.ByPath;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The daemon that loads kexts up to 10.15, in the order of kextd_request.c (kext_tools, from tag
 * 177 to 623). What it has to say goes to the system log and not to whoever asked.
 */
public final class Kextd implements KextLoader {
  private static final int ROOT = 0;
  private static final Path FILESYSTEMS = Path.of("/System/Library/Filesystems");

  private final Platform platform;
  private final Disk disk;
  private final Supplier<? extends KernelRequests> kernel;
  private final Authentication authentication;
  private final Supplier<Start> start;
  private final Vetting vetting;
  private final LogSink systemLog;

  /**
   * A daemon.
   *
   * @param platform whose rules count
   * @param disk where the bundles lie
   * @param kernel the kernel of this start of the Mac
   * @param start how the Mac was started
   * @param signatures which signatures are good
   * @param authentication which kexts are trusted
   * @param systemLog takes what there is to say
   */
  public Kextd(
      Platform platform,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Supplier<Start> start,
      Signatures signatures,
      Authentication authentication,
      LogSink systemLog) {
    this.platform = platform;
    this.disk = disk;
    this.kernel = kernel;
    this.authentication = authentication;
    this.start = start;
    this.vetting =
        new Vetting(
            platform.release(),
            signatures,
            new Staging(disk, signatures),
            authentication,
            systemLog);
    this.systemLog = systemLog;
  }

  @Override
  public OsReturn load(KextLoadRequest request) {
    if (request.uid() != ROOT && !namedPaths(request).allMatch(this::isInExtensionFolder)) {
      return KernelReturn.NOT_PRIVILEGED;
    }
    KextCatalog catalog = catalog(request);
    Optional<KextOnDisk> kext = find(request.target(), catalog);
    if (kext.isEmpty()) {
      systemLog.log(error("Error: Kext %s - not found/unable to create.", name(request.target())));
      return KernelReturn.NOT_FOUND;
    }
    KextLibrary library = library(catalog);
    OsReturn refusal = refusal(request.uid(), kext.get(), catalog, library);
    return KernelReturn.isSuccess(refusal) ? library.load(kext.get()) : refusal;
  }

  private OsReturn refusal(int uid, KextOnDisk kext, KextCatalog catalog, KextLibrary library) {
    List<KextOnDisk> loadList = library.loadList(kext).orElse(List.of());
    if (uid != ROOT && !mayBeLoadedByUsers(kext)) {
      return KernelReturn.NOT_PRIVILEGED;
    }
    if (uid != ROOT && loadList.isEmpty()) {
      return KernelReturn.DEPENDENCIES;
    }
    if (uid != ROOT && !loadList.stream().allMatch(Kextd::mayBeLoadedByUsers)) {
      return KernelReturn.NOT_PRIVILEGED;
    }
    if (catalog.excludeList().excludes(kext.identifier(), kext.versionText(), platform.release())) {
      systemLog.log(error("%s is in exclude list; omitting.", kext.shownAs()));
      return KernelReturn.NOT_LOADABLE;
    }
    return vetting.check(kext, loadList);
  }

  private static boolean mayBeLoadedByUsers(KextOnDisk kext) {
    return kext.info().isTrue("OSBundleAllowUserLoad");
  }

  private boolean isTrusted(KextOnDisk kext) {
    return authentication.checkWithoutConsent(kext) == Result.TRUSTED;
  }

  private KextCatalog catalog(KextLoadRequest request) {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), systemLog);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    request.repositories().forEach(catalog::scanNamed);
    request.dependencies().forEach(catalog::open);
    return catalog;
  }

  private KextLibrary library(KextCatalog catalog) {
    return new KextLibrary(
        catalog, kernel.get(), platform.architecture(), start.get(), this::isTrusted, systemLog);
  }

  private static Stream<Path> namedPaths(KextLoadRequest request) {
    var target =
        request.target() instanceof ByPath byPath ? List.of(byPath.bundle()) : List.<Path>of();
    return List.of(target, request.dependencies(), request.repositories()).stream()
        .flatMap(List::stream);
  }

  private boolean isInExtensionFolder(Path path) {
    return isBelowExtensionFolder(path)
        && disk.realPath(path).filter(real -> !isBelowExtensionFolder(real)).isEmpty();
  }

  private boolean isBelowExtensionFolder(Path path) {
    return path.startsWith(FILESYSTEMS)
        || ExtensionFolders.of(platform.release()).stream().anyMatch(path::startsWith);
  }

  private static Optional<KextOnDisk> find(KextLoadRequest.Target target, KextCatalog catalog) {
    return target instanceof ByPath byPath
        ? catalog.open(byPath.bundle())
        : catalog.best(name(target));
  }

  private static String name(KextLoadRequest.Target target) {
    return target instanceof ByIdentifier byIdentifier
        ? byIdentifier.identifier()
        : ((ByPath) target).bundle().toString();
  }

  private static LogMessage error(String format, String... values) {
    return LogMessage.error(format.formatted((Object[]) values));
  }
}
