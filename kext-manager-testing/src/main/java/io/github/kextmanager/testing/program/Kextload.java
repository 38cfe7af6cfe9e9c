package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KextLoadRequest;
import io.github.kextmanager.testing.daemon.KextLoadRequest.ByIdentifier;
import io.github.kextmanager.testing.daemon.KextLoadRequest.ByPath;
import io.github.kextmanager.testing.daemon.KextLoader;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * {@code /sbin/kextload} from 10.6 to 10.15, which asks kextd, or can do without it from 10.7
 * (kext_tools, kextload_main.c).
 */
public final class Kextload implements Program {
  private static final int SYSTEM_POLICY = 27;

  private final MacOsVersion release;
  private final Supplier<Optional<KextLoader>> kextd;
  private final KextloadInProcess withoutKextd;

  /**
   * The program of a release.
   *
   * @param release the release
   * @param kextd whom it asks, if anybody is there
   * @param withoutKextd what it does otherwise
   */
  public Kextload(
      MacOsVersion release, Supplier<Optional<KextLoader>> kextd, KextloadInProcess withoutKextd) {
    this.release = release;
    this.kextd = kextd;
    this.withoutKextd = withoutKextd;
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextloadArguments(release, invocation, log);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    return kextd
        .get()
        .map(loader -> new Requests(loader, invocation, arguments, log).run())
        .orElseGet(() -> withoutKextd.run(arguments, invocation, log));
  }

  private final class Requests {
    private final KextLoader loader;
    private final Invocation invocation;
    private final KextloadArguments arguments;
    private final List<Path> dependencies;
    private final List<Path> repositories;
    private final ToolLog log;
    private int status = ExitStatus.OK;

    Requests(KextLoader loader, Invocation invocation, KextloadArguments arguments, ToolLog log) {
      this.loader = loader;
      this.invocation = invocation;
      this.arguments = arguments;
      this.dependencies = arguments.dependencies().stream().map(invocation::absolute).toList();
      this.repositories = arguments.repositories().stream().map(invocation::absolute).toList();
      this.log = log;
    }

    int run() {
      arguments.identifiers().forEach(id -> load(new ByIdentifier(id), id));
      arguments.kexts().stream()
          .map(invocation::absolute)
          .forEach(path -> load(new ByPath(path), path.toString()));
      return status;
    }

    private void load(KextLoadRequest.Target target, String name) {
      log.general(LogLevel.BASIC, "Requesting load of %s.".formatted(name));
      OsReturn result =
          loader.load(new KextLoadRequest(invocation.uid(), target, dependencies, repositories));
      if (KernelReturn.isSuccess(result)) {
        log.general(LogLevel.BASIC, "%s loaded successfully (or already loaded).".formatted(name));
        return;
      }
      log.error(
          "%s failed to load - %s; check the system/kernel logs for errors or try kextutil(8)."
              .formatted(name, MachErrorText.of(result)));
      if (status == ExitStatus.OK) {
        status = status(result, release);
      }
    }
  }

  static int status(OsReturn result, MacOsVersion release) {
    if (result.equals(KernelReturn.NOT_PRIVILEGED)) {
      return ExitStatus.NO_PERMISSION;
    }
    boolean consentMissing = result.equals(KernelReturn.SYSTEM_POLICY);
    return consentMissing && release.isAtLeast(Releases.HIGH_SIERRA)
        ? SYSTEM_POLICY
        : ExitStatus.OS_ERROR;
  }
}
