package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.verdict.OsReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** {@code /sbin/kextunload} from 10.6 to 10.15 (kext_tools, kextunload_main.c). */
public final class Kextunload implements Program {
  private static final int CANNOT_OPEN = 1;
  private static final int NOT_PRIVILEGED = 2;
  private static final int FAILED = 3;

  private final Platform platform;
  private final Disk disk;
  private final Supplier<? extends KernelRequests> kernel;

  /**
   * The program.
   *
   * @param platform whose rules count
   * @param disk where the bundles lie
   * @param kernel the kernel of this start of the Mac
   */
  public Kextunload(Platform platform, Disk disk, Supplier<? extends KernelRequests> kernel) {
    this.platform = platform;
    this.disk = disk;
    this.kernel = kernel;
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextunloadArguments(invocation, log);
    OptionalInt ended = arguments.read();
    return ended.isPresent()
        ? ended.getAsInt()
        : new Work(kernel.get(), arguments.extent(), log).run(invocation, arguments);
  }

  private final class Work {
    private final KernelRequests kernel;
    private final KextunloadArguments.Extent extent;
    private final ToolLog log;
    private int status = ExitStatus.OK;
    private boolean classFailed;

    Work(KernelRequests kernel, KextunloadArguments.Extent extent, ToolLog log) {
      this.kernel = kernel;
      this.extent = extent;
      this.log = log;
    }

    /** Everything in the order of the real one; only a missing privilege stops it. */
    int run(Invocation invocation, KextunloadArguments arguments) {
      List<String> ofPaths = identifiersOf(arguments.kexts(), invocation);
      boolean mayGoOn = arguments.classes().stream().allMatch(this::terminateClass);
      if (classFailed) {
        log.error("Check the system/kernel logs for error messages from the I/O Kit.");
      }
      mayGoOn = mayGoOn && arguments.identifiers().stream().allMatch(this::unload);
      if (!platform.release().isAtLeast(Releases.LION) && !ofPaths.isEmpty()) {
        // In 10.6 what comes of the bundles hides every failure before it.
        status = ExitStatus.OK;
      }
      mayGoOn = mayGoOn && ofPaths.stream().allMatch(this::unload);
      return mayGoOn ? status : NOT_PRIVILEGED;
    }

    private List<String> identifiersOf(List<String> kexts, Invocation invocation) {
      if (!kexts.isEmpty()) {
        log.general(
            LogLevel.DETAIL,
            "Kext library architecture set to %s.".formatted(platform.architecture().columnText()));
      }
      var opener = new KextOpener(disk, platform);
      List<String> identifiers = new ArrayList<>();
      for (String kext : kexts) {
        var path = invocation.absolute(kext);
        opener
            .open(path, path.toString(), log)
            .map(KextOnDisk::identifier)
            .ifPresentOrElse(identifiers::add, () -> cannotOpen(kext));
      }
      return identifiers;
    }

    private void cannotOpen(String kext) {
      if (platform.release().isAtLeast(Releases.LION)) {
        log.error("Can't create %s.".formatted(kext));
      }
      remember(CANNOT_OPEN);
    }

    private boolean terminateClass(String name) {
      OsReturn result = kernel.terminateClass(name);
      if (KernelReturn.isSuccess(result)) {
        log.general(LogLevel.BASIC, "All instances of class %s terminated.".formatted(name));
        return true;
      }
      if (result.equals(KernelReturn.IO_NOT_PRIVILEGED)) {
        log.error("You must be running as root to terminate IOService instances.");
        return false;
      }
      log.error("Failed to terminate class %s - %s.".formatted(name, MachErrorText.of(result)));
      classFailed = true;
      remember(FAILED);
      return true;
    }

    private boolean unload(String identifier) {
      return extent == KextunloadArguments.Extent.UNLOAD
          ? unloadKext(identifier)
          : terminateServices(identifier);
    }

    private boolean unloadKext(String identifier) {
      log.log(
          progress(
              "Requesting unload of %s (with termnation of IOServices).".formatted(identifier)));
      KernelAnswer answer = kernel.unload(identifier);
      log.kernelRequest(answer);
      if (KernelReturn.isSuccess(answer.result())) {
        log.log(progress("Successfully unloaded %s.".formatted(identifier)));
        log.general(LogLevel.BASIC, "%s unloaded and personalities removed.".formatted(identifier));
        return true;
      }
      log.error(
          "Failed to unload %s - %s.".formatted(identifier, MachErrorText.of(answer.result())));
      if (answer.result().equals(KernelReturn.IO_NOT_PRIVILEGED)) {
        log.error("You must be running as root to unload kexts.");
        return false;
      }
      remember(FAILED);
      return true;
    }

    private boolean terminateServices(String identifier) {
      OsReturn result = kernel.terminateServices(identifier);
      if (KernelReturn.isSuccess(result)) {
        log.general(
            LogLevel.BASIC,
            "%s: services terminated and personalities removed (kext not unloaded)."
                .formatted(identifier));
        return true;
      }
      log.error("Terminate for %s failed - %s.".formatted(identifier, MachErrorText.of(result)));
      log.error("Check the system/kernel logs for error messages from the I/O Kit.");
      remember(FAILED);
      return true;
    }

    private void remember(int failure) {
      if (status == ExitStatus.OK) {
        status = failure;
      }
    }
  }

  private static LogMessage progress(String text) {
    return LogMessage.kext(LogLevel.PROGRESS, text);
  }
}
