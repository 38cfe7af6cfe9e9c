package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmRequest;
import java.util.List;

/** {@code kmutil unload}. Terminating a class always succeeds, and says nothing. */
final class KmutilUnload implements Program {
  private static final KmutilOptions OPTIONS =
      KmutilOptions.common()
          .value("-b", "--bundle-identifier")
          .value("-p", "--bundle-path")
          .value("-c", "--class-name")
          .flag("-P", "--personalities-only");

  private final MacOsVersion release;
  private final KernelManager daemon;

  KmutilUnload(MacOsVersion release, KernelManager daemon) {
    this.release = release;
    this.daemon = daemon;
  }

  @Override
  public int run(Invocation invocation) {
    return OPTIONS
        .read(invocation.arguments(), invocation.stderr())
        .map(given -> unload(given, invocation))
        .orElse(ExitStatus.USAGE);
  }

  private int unload(KmutilOptions.Given given, Invocation invocation) {
    if (given.has("--personalities-only")) {
      return ExitStatus.OK;
    }
    var request =
        new KmRequest(
            invocation.uid(),
            given.values("--bundle-identifier"),
            KmutilLoad.paths(given.values("--bundle-path"), invocation),
            List.of());
    return KmutilLoad.print(daemon.unload(request), release, invocation);
  }
}
