package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** {@code /usr/sbin/kextcache} from 10.6 to 10.15 (kext_tools, kextcache_main.c). */
public final class Kextcache implements Program {
  private final KextutilMac mac;
  private final BooleanSupplier protectsFiles;

  /**
   * The program.
   *
   * @param mac what it deals with
   * @param protectsFiles whether the system protects its files
   */
  public Kextcache(KextutilMac mac, BooleanSupplier protectsFiles) {
    this.mac = mac;
    this.protectsFiles = protectsFiles;
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextcacheArguments(mac.release(), invocation, mac.disk(), log);
    OptionalInt ended = read(mac, arguments, protectsFiles, invocation, log);
    return ended.isPresent() ? ended.getAsInt() : run(invocation, arguments, log);
  }

  /** Does what it was asked for. */
  int run(Invocation invocation, KextcacheArguments arguments, ToolLog log) {
    return new Work(invocation, arguments, log).run();
  }

  /** Reads and checks the arguments; a status if that ends the program. */
  static OptionalInt read(
      KextutilMac mac,
      KextcacheArguments arguments,
      BooleanSupplier protectsFiles,
      Invocation invocation,
      ToolLog log) {
    OptionalInt ended = arguments.read();
    return ended.isPresent()
        ? ended
        : new KextcacheCheck(
                mac.release(),
                arguments,
                invocation.isRoot() ? KextutilSecurity.Caller.ROOT : KextutilSecurity.Caller.USER,
                protectsFiles.getAsBoolean()
                    ? KextcacheCheck.Files.PROTECTED
                    : KextcacheCheck.Files.OPEN,
                log)
            .run();
  }

  private final class Work {
    private final Invocation invocation;
    private final KextcacheArguments arguments;
    private final ToolLog log;
    private final StagedCopies copies = new StagedCopies(mac.disk());

    Work(Invocation invocation, KextcacheArguments arguments, ToolLog log) {
      this.invocation = invocation;
      this.arguments = arguments;
      this.log = log;
    }

    int run() {
      if (arguments.has(KextcacheFlag.LOW_PRIORITY)) {
        log.general(LogLevel.DETAIL, "Running in low-priority background mode.");
        if (arguments.prelinkedKernel().isPresent()) {
          log.general(LogLevel.PROGRESS, "Waiting for low system load.");
        }
      }
      if (arguments.has(KextcacheFlag.CLEAR_STAGING)) {
        log.general(LogLevel.DETAIL, "Clearing staging directory.");
        copies.clear();
        return ExitStatus.OK;
      }
      if (arguments.has(KextcacheFlag.PRUNE_STAGING)) {
        log.general(LogLevel.DETAIL, "Pruning staging directory.");
        copies.prune();
        return ExitStatus.OK;
      }
      Optional<Path> volume = arguments.volume();
      return volume.isPresent() ? update(volume.get()) : build();
    }

    private int update(Path volume) {
      var update = new VolumeUpdate(mac, arguments, volume, log);
      if (mac.isAtLeast(Releases.CATALINA) && arguments.has(KextcacheFlag.EARLY_BOOT)) {
        // Of the start volume, a list is written here that nothing reads.
        if (!update.isOfBootVolume()) {
          log.general(LogLevel.WARNING, "-Boot -U {vol} only works on the root/boot volume");
        }
        return ExitStatus.OK;
      }
      int status = update.run(() -> rebuild(volume, place(update)));
      if (update.isOfBootVolume() && invocation.isRoot()) {
        if (mac.isAtLeast(Releases.HIGH_SIERRA)) {
          copies.prune();
        }
        if (status == ExitStatus.OK && arguments.has(KextcacheFlag.INVALIDATE)) {
          updateSystemCaches();
        }
      }
      return status;
    }

    private static CacheTrust.Place place(VolumeUpdate update) {
      return update.isOfBootVolume() ? CacheTrust.Place.PROTECTED : CacheTrust.Place.OPEN;
    }

    /** As the child does that the real one starts: with what was loaded, and what starts need. */
    private boolean rebuild(Path volume, CacheTrust.Place place) {
      if (!invocation.isRoot()) {
        return false;
      }
      var kernel = new PrelinkedKernel(mac.disk(), mac.release(), volume);
      OpenedKexts opened = openedKexts();
      kernel.folders().forEach(opened::scan);
      new CacheKexts(mac, log)
          .choose(
              new CacheKexts.Choice(opened.repository(), List.of(), CacheFilter.ofUpdates()),
              place);
      kernel.make();
      return true;
    }

    private int build() {
      OpenedKexts opened = openedKexts();
      arguments.repositories().forEach(opened::scan);
      arguments.kexts().forEach(path -> opened.openNamed(path, path.toString()));
      KextRepository repository = opened.repository();
      Optional<Path> file = arguments.prelinkedKernel();
      boolean onlyCompresses =
          arguments.repositories().isEmpty() && arguments.kexts().isEmpty() && file.isPresent();
      if (onlyCompresses) {
        return ExitStatus.OK;
      }
      if (repository.kexts().isEmpty()) {
        log.error("No kernel extensions found.");
        return ExitStatus.SOFTWARE;
      }
      if (arguments.has(KextcacheFlag.SYSTEM_CACHES)) {
        updateSystemCaches();
      }
      return file.isPresent() ? build(file.get(), repository) : ExitStatus.OK;
    }

    private int build(Path file, KextRepository repository) {
      if (arguments.has(KextcacheFlag.DEFAULT_KERNEL)) {
        if (mac.start().get() == Start.SAFE) {
          log.error("Can't update the system prelinked kernel during safe boot.");
          return ExitStatus.OS_ERROR;
        }
      } else if (!canWrite(file)) {
        return ExitStatus.NO_PERMISSION;
      }
      List<RepositoryKext> named =
          repository.kexts().stream()
              .filter(kext -> arguments.kexts().contains(kext.path()))
              .toList();
      new CacheKexts(mac, log)
          .choose(new CacheKexts.Choice(repository, named, arguments.filter()), place(file));
      if (arguments.has(KextcacheFlag.DEFAULT_KERNEL)) {
        new PrelinkedKernel(mac.disk(), mac.release(), Path.of("/")).make();
      } else {
        mac.disk().write(file, new byte[0]);
      }
      log.general(LogLevel.BASIC, "Created prelinked kernel \"%s\"".formatted(file));
      log.general(
          LogLevel.BASIC,
          "Created prelinked kernel using \"%s\""
              .formatted(
                  arguments.kernel().orElseGet(() -> PrelinkedKernel.kernel(mac.release()))));
      return ExitStatus.OK;
    }

    private CacheTrust.Place place(Path file) {
      if (arguments.has(KextcacheFlag.NO_AUTHENTICATION)) {
        return CacheTrust.Place.UNCHECKED;
      }
      return protectsFiles.getAsBoolean() && PrelinkedKernel.isProtected(file)
          ? CacheTrust.Place.PROTECTED
          : CacheTrust.Place.OPEN;
    }

    private boolean canWrite(Path file) {
      Path folder = file.getParent();
      if (folder == null || !mac.disk().isFolder(folder)) {
        log.error("Prelinked kernel directory '%s/' cannot be used".formatted(folder));
        return false;
      }
      if (!new PathCheck(mac.disk(), invocation, log).isWritable(folder.toString())) {
        log.error("Bad prelinkedkernel path '%s' cannot be used".formatted(file));
        return false;
      }
      return true;
    }

    private void updateSystemCaches() {
      ExtensionFolders.of(mac.release())
          .forEach(
              folder ->
                  log.general(
                      LogLevel.BASIC, "Directory caches updated for %s.".formatted(folder)));
    }

    private OpenedKexts openedKexts() {
      return new OpenedKexts(
          mac.disk(),
          TargetMac.of(mac.release(), new Architecture(mac.platform().architecture().columnText())),
          log);
    }
  }
}
