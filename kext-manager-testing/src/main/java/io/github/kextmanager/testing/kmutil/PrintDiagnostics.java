package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code kmutil print-diagnostics}: the lines for a bad signature and for dependencies have been
 * published for 26 and 27; that the status is that of the error is a guess.
 */
record PrintDiagnostics(Platform platform, Disk disk, KernelManager daemon) implements Subcommand {
  private static final String WITHOUT_DEPENDENCIES = "no-resolve-dependencies";
  private static final String STAGING = "do-staging";

  @Override
  public String name() {
    return "print-diagnostics";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Perform all possible tests on a specified kext, and indicate whether the kext is"
            + " loadable.",
        List.of(
            Option.many(
                    Options.BUNDLE_PATH,
                    "Print diagnostics for the bundle specified at this path (can be specified more"
                        + " than once).")
                .letter('p'),
            Option.flag(WITHOUT_DEPENDENCIES, "Don't resolve dependencies.").letter('Z'),
            Option.flag("diagnose-dependencies", "Recursively diagnose dependencies.").letter('D'),
            Option.flag(
                "plugins", "Recurse into the standard PlugIns directory and validate kext inside."),
            Option.flag(STAGING, "Perform staging to SIP protected location (requires root).")),
        Options.common(),
        Options.repositories(platform.release()),
        Options.collections());
  }

  @Override
  public int run(Given given, Invocation invocation) {
    Answers.noteVariant(given, invocation);
    Optional<KmError> refusal = given.has(STAGING) ? Answers.refusal(invocation) : Optional.empty();
    if (refusal.isPresent()) {
      return Answers.print(refusal, platform.release(), invocation);
    }
    int status = 0;
    for (Path bundle : Answers.paths(given.all(Options.BUNDLE_PATH), invocation)) {
      Optional<KextOnDisk> kext = Bundles.open(bundle, disk, platform);
      if (kext.isEmpty()) {
        return Answers.print(Optional.of(KmError.noBundle(bundle)), platform.release(), invocation);
      }
      status = Math.max(status, diagnose(kext.get(), given, invocation.stdout()));
    }
    return status;
  }

  private int diagnose(KextOnDisk kext, Given given, OutputStreamText stdout) {
    stdout.println("Diagnosing %s...".formatted(kext.path()));
    Optional<KmError> ofBundle = daemon.diagnose(kext);
    ofBundle.ifPresentOrElse(
        error -> {
          stdout.println("Error: ");
          finding(error).lines().forEach(line -> stdout.println("\t" + line));
        },
        () -> stdout.println("Diagnostics: OK"));
    Optional<KmError> ofLibraries = Optional.empty();
    if (!given.has(WITHOUT_DEPENDENCIES)) {
      stdout.println("Resolving dependencies for %s...".formatted(kext.path()));
      ofLibraries = daemon.diagnoseDependencies(kext);
      ofLibraries.ifPresentOrElse(
          error -> stdout.println("Error: " + error.message()),
          () -> stdout.println("Dependencies: OK"));
    }
    Optional<KmError> dependencies = ofLibraries;
    return ofBundle.or(() -> dependencies).map(KmError::code).orElse(0);
  }

  /** What is wrong, without the line that says of which kext. */
  private static String finding(KmError error) {
    int blank = error.message().indexOf("\n\n");
    return blank < 0 ? error.message() : error.message().substring(blank + 2).stripTrailing();
  }
}
