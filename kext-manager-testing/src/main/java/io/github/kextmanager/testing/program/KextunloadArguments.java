package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What kextunload was asked to do (kext_tools, kextunload_main.c: {@code readArgs}). */
final class KextunloadArguments {
  private static final String SHORT_OPTIONS = "b:c:hm:pqr:v";
  private static final List<LongOption> LONG_OPTIONS =
      List.of(
          new LongOption("bundle-id", Value.REQUIRED, 'b'),
          new LongOption("class", Value.REQUIRED, 'c'),
          new LongOption("help", Value.NONE, 'h'),
          new LongOption("personalities-only", Value.NONE, 'p'),
          // A slip of the real one: the short form takes no value.
          new LongOption("quiet", Value.REQUIRED, 'q'),
          new LongOption("verbose", Value.OPTIONAL, 'v'));
  private static final int LOG_FOR_ALL_KEXTS = 0x8;

  /** Whether kexts are unloaded, or only their services terminated. */
  enum Extent {
    UNLOAD,
    PERSONALITIES_ONLY
  }

  private final Invocation invocation;
  private final ToolLog log;
  private final List<String> identifiers = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private List<String> kexts = List.of();
  private Extent extent = Extent.UNLOAD;

  KextunloadArguments(Invocation invocation, ToolLog log) {
    this.invocation = invocation;
    this.log = log;
  }

  List<String> identifiers() {
    return identifiers;
  }

  List<String> classes() {
    return classes;
  }

  List<String> kexts() {
    return kexts;
  }

  Extent extent() {
    return extent;
  }

  /** Reads and checks the arguments; a status if that ends the program. */
  OptionalInt read() {
    var options = new GetoptLongOnly(invocation, SHORT_OPTIONS, LONG_OPTIONS);
    OptionalInt status = options.readAll(option -> read(option, options));
    if (status.isPresent()) {
      return status;
    }
    kexts = options.operands();
    return check();
  }

  private OptionalInt read(char option, GetoptLongOnly options) {
    switch (option) {
      case 'b', 'm' -> identifiers.add(options.value().orElseThrow());
      case 'c' -> classes.add(options.value().orElseThrow());
      case 'p' -> extent = Extent.PERSONALITIES_ONLY;
      case 'q' -> log.beQuiet(invocation.stdout());
      case 'v' -> {
        return VerboseOption.apply(options, LOG_FOR_ALL_KEXTS, log)
            ? OptionalInt.empty()
            : OptionalInt.of(ExitStatus.USAGE);
      }
      case 'h' -> {
        usage();
        return OptionalInt.of(ExitStatus.OK);
      }
      default -> {
        return OptionalInt.of(ExitStatus.USAGE);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt check() {
    if (!invocation.isRoot()) {
      log.error(
          "You must be running as root to unload kexts, terminate services,"
              + " or remove driver personalities.");
      return OptionalInt.of(ExitStatus.NO_PERMISSION);
    }
    if (identifiers.isEmpty() && classes.isEmpty() && kexts.isEmpty()) {
      log.error("No kernel extensions specified.");
      briefUsage();
      return OptionalInt.of(ExitStatus.USAGE);
    }
    return OptionalInt.empty();
  }

  private void briefUsage() {
    invocation
        .stderr()
        .print(
            """
            usage: %s [-h] [-v [0-6]]
                    [-p] [-c class_name] ... [-b bundle_id] ... [kext] ...
            """
                .formatted(invocation.name()));
  }

  private void usage() {
    briefUsage();
    invocation
        .stderr()
        .print(
            """
            kext: unload the named kext and all personalities for it

            -bundle-id <bundle_id> (-b):
                    unload the kext and personalities for CFBundleIdentifier <bundle_id>
            -class <class_name> (-c):
                    terminate all instances of IOService class <class_name> but do not
                    unload its kext or remove its personalities

            -personalities-only (-p):
                    terminate services and remove personalities only; do not unload kexts
                    (applies only to unload by bundle-id or kext)
            -quiet (-q):
                    quiet mode: print no informational or error messages
            -verbose [ 0-6 | 0x<flags> ] (-v):
                    verbose mode; print info about analysis & loading

            -help (-h): print this message and exit

            --: end of options
            """);
  }
}
