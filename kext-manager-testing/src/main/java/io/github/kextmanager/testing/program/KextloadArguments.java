package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What kextload was asked to do (kext_tools, kextload_main.c: {@code readArgs}). */
final class KextloadArguments {
  private static final String SHORT_OPTIONS = "b:cd:Dhqr:tv";
  private static final List<LongOption> LONG_OPTIONS =
      List.of(
          new LongOption("bundle-id", Value.REQUIRED, 'b'),
          new LongOption("dependency", Value.REQUIRED, 'd'),
          new LongOption("help", Value.NONE, 'h'),
          new LongOption("no-caches", Value.NONE, 'c'),
          new LongOption("no-loaded-check", Value.NONE, 'D'),
          new LongOption("print-diagnostics", Value.NONE, 't'),
          new LongOption("quiet", Value.NONE, 'q'),
          new LongOption("repository", Value.REQUIRED, 'r'),
          new LongOption("verbose", Value.OPTIONAL, 'v'));
  private static final String BRIEF_USAGE = "usage: %s [options] [--] [kext] ...\n\n";

  private final MacOsVersion release;
  private final Invocation invocation;
  private final ToolLog log;
  private final List<String> identifiers = new ArrayList<>();
  private final List<String> dependencies = new ArrayList<>();
  private final List<String> repositories = new ArrayList<>();
  private List<String> kexts = List.of();

  KextloadArguments(MacOsVersion release, Invocation invocation, ToolLog log) {
    this.release = release;
    this.invocation = invocation;
    this.log = log;
  }

  List<String> identifiers() {
    return identifiers;
  }

  List<String> dependencies() {
    return dependencies;
  }

  List<String> repositories() {
    return repositories;
  }

  List<String> kexts() {
    return kexts;
  }

  /** Reads the arguments; a status if that ends the program. */
  OptionalInt read() {
    var options = new GetoptLongOnly(invocation, SHORT_OPTIONS, LONG_OPTIONS);
    OptionalInt status = options.readAll(option -> read(option, options));
    if (status.isPresent()) {
      return status;
    }
    kexts = options.operands();
    if (identifiers.isEmpty() && kexts.isEmpty()) {
      log.error(
          "No kernel extensions specified; name kernel extension bundles\n"
              + "    following options, or use -bundle-id (-b).");
      return usageError();
    }
    return OptionalInt.empty();
  }

  private OptionalInt read(char option, GetoptLongOnly options) {
    switch (option) {
      case 'b' -> identifiers.add(options.value().orElseThrow());
      case 'd' -> dependencies.add(options.value().orElseThrow());
      case 'r' -> repositories.add(options.value().orElseThrow());
      case 'h' -> {
        usage();
        return OptionalInt.of(ExitStatus.OK);
      }
      case 'q' -> log.beQuiet(invocation.stdout());
      case 'v' -> {
        boolean understood = VerboseOption.apply(options, 0, log);
        // In 10.6 it says what is wrong and goes on.
        return understood || !release.isAtLeast(Releases.LION) ? OptionalInt.empty() : usageError();
      }
      case 'c' -> notice("-no-caches (-c) ignored; use kextutil(8) to test kexts.");
      case 'D' -> notice("-no-loaded-check (-D) ignored.");
      case 't' -> notice("-print-diagnostics (-t) ignored; use kextutil(8) to test kexts.");
      default -> {
        log.error("Use kextutil(8) for development loading of kexts.");
        return usageError();
      }
    }
    return OptionalInt.empty();
  }

  private void notice(String text) {
    log.general(LogLevel.WARNING, "Notice: " + text);
  }

  private OptionalInt usageError() {
    invocation.stderr().print(BRIEF_USAGE.formatted(invocation.name()));
    invocation
        .stderr()
        .println("use %s -help for an explanation of each option".formatted(invocation.name()));
    return OptionalInt.of(ExitStatus.USAGE);
  }

  private void usage() {
    invocation.stderr().print(BRIEF_USAGE.formatted(invocation.name()));
    invocation
        .stderr()
        .print(
            """
            kext: a kext bundle to load or examine

            -bundle-id <bundle_id> (-b):
                    load/use the kext whose CFBundleIdentifier is <bundle_id>
            -dependency <kext> (-d):
                    consider <kext> as a candidate dependency
            -repository <directory> (-r):
                    look in <directory> for kexts

            -quiet (-q):
                    quiet mode: print no informational or error messages
            -verbose [ 0-6 | 0x<flags> ] (-v):
                    verbose mode; print info about analysis & loading

            -help (-h): print this message and exit

            --: end of options
            """);
  }
}
