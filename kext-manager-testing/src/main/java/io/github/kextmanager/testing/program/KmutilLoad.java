package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.daemon.KmRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code kmutil load}. */
final class KmutilLoad implements Program {
  private static final KmutilOptions OPTIONS =
      KmutilOptions.common()
          .value("-b", "--bundle-identifier")
          .value("-p", "--bundle-path")
          .value("-r", "--repository")
          .value("-P", "--personality-name")
          .value("--load-style", "--load-style")
          .flag("-e", "--no-default-repositories");

  private final MacOsVersion release;
  private final KernelManager daemon;

  KmutilLoad(MacOsVersion release, KernelManager daemon) {
    this.release = release;
    this.daemon = daemon;
  }

  @Override
  public int run(Invocation invocation) {
    return OPTIONS
        .read(invocation.arguments(), invocation.stderr())
        .map(given -> load(given, invocation))
        .orElse(ExitStatus.USAGE);
  }

  private int load(KmutilOptions.Given given, Invocation invocation) {
    var request =
        new KmRequest(
            invocation.uid(),
            given.values("--bundle-identifier"),
            paths(given.values("--bundle-path"), invocation),
            paths(given.values("--repository"), invocation));
    return print(daemon.load(request), release, invocation);
  }

  static List<Path> paths(List<String> words, Invocation invocation) {
    return words.stream().map(invocation::absolute).toList();
  }

  /** Prints an error, if there is one; the status is its number. */
  static int print(Optional<KmError> error, MacOsVersion release, Invocation invocation) {
    error.ifPresent(each -> invocation.stderr().println(each.description(release)));
    return error.map(each -> each.code() & 0xff).orElse(ExitStatus.OK);
  }
}
