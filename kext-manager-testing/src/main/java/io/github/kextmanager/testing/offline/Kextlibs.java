package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.offline.KextlibsArguments.Flag;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code /usr/sbin/kextlibs}: finds the libraries whose symbols a kext refers to (kext_tools,
 * kextlibs_main.c). No release hands it over to kmutil.
 */
public final class Kextlibs implements Program {
  private final Platform platform;
  private final Disk disk;

  /**
   * The program.
   *
   * @param platform the release and the processor
   * @param disk the files of the Mac
   */
  public Kextlibs(Platform platform, Disk disk) {
    this.platform = platform;
    this.disk = disk;
  }

  @Override
  public int run(Invocation invocation) {
    ToolLog log = new ToolLog(invocation.stderr());
    KextlibsArguments arguments = new KextlibsArguments(invocation, disk, log);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    TargetMac mac =
        TargetMac.of(platform.release(), new Architecture(platform.architecture().columnText()));
    OpenedKexts opened = new OpenedKexts(disk, mac, log);
    openFolders(arguments, opened);
    Path path = invocation.absolute(arguments.kext());
    opened.openAlone(path, arguments.kext());
    KextRepository repository = opened.repository();
    Optional<RepositoryKext> kext = opened.find(path, repository);
    if (kext.isEmpty()) {
      log.error("Can't open %s.".formatted(arguments.kext()));
      return ExitStatus.OS_ERROR;
    }
    if (!kext.get().facts().declaresExecutable()) {
      return refuseCodeless(kext.get(), arguments.kext(), mac, log);
    }
    List<ArchitectureTally> tallies =
        new KextlibsSearch(repository, new KextCode(disk), arguments, log).search(kext.get());
    return tallies.isEmpty()
        ? ExitStatus.OS_ERROR
        : new KextlibsReport(platform.release(), arguments, invocation, log).print(tallies);
  }

  /** Those of the system come first, unless they were named themselves. */
  private void openFolders(KextlibsArguments arguments, OpenedKexts opened) {
    if (arguments.repositories().isEmpty() || arguments.has(Flag.SYSTEM_FOLDERS)) {
      ExtensionFolders.of(platform.release()).stream()
          .filter(folder -> !arguments.repositories().containsKey(folder))
          .forEach(opened::scan);
    }
    arguments.repositories().forEach(opened::openNamed);
  }

  private static int refuseCodeless(RepositoryKext kext, String typed, TargetMac mac, ToolLog log) {
    if (kext.isLibrary()) {
      log.error(
          "%s is a library without an executable; defining its OSBundleLibraries (if any) is up to you."
              .formatted(typed));
      return ExitStatus.OS_ERROR;
    }
    boolean hasLibraries =
        kext.bundle()
            .properties()
            .get(KextKey.LIBRARIES, mac.architecture())
            .asOptional()
            .filter(libraries -> !libraries.isEmpty())
            .isPresent();
    log.error(
        (hasLibraries
                ? "%s has no executable and should not declare OSBundleLibraries."
                : "%s has no executable and does not need to declare OSBundleLibraries.")
            .formatted(typed));
    return hasLibraries ? ExitStatus.OS_ERROR : ExitStatus.OK;
  }
}
