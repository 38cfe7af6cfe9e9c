package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.GetoptLongOnly;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.List;

/** The options of kextutil (kext_tools, kextutil_main.h). */
final class KextutilOptions {
  private static final String SHORT_OPTIONS = "a:Ab:cd:DehiIk:lmnp:qr:s:tvxzZ";

  /** Stands for {@code -arch}, which has no letter. */
  static final char ARCHITECTURE = '\1';

  private static final List<LongOption> LONG_OPTIONS =
      List.of(
          new LongOption("address", Value.REQUIRED, 'a'),
          new LongOption("use-load-addresses", Value.NONE, 'A'),
          new LongOption("arch", Value.REQUIRED, ARCHITECTURE),
          new LongOption("bundle-id", Value.REQUIRED, 'b'),
          new LongOption("no-caches", Value.NONE, 'c'),
          new LongOption("dependency", Value.REQUIRED, 'd'),
          new LongOption("no-loaded-check", Value.NONE, 'D'),
          new LongOption("no-system-extensions", Value.NONE, 'e'),
          new LongOption("help", Value.NONE, 'h'),
          new LongOption("interactive", Value.NONE, 'i'),
          new LongOption("interactive-all", Value.NONE, 'I'),
          new LongOption("kernel", Value.REQUIRED, 'k'),
          new LongOption("load-only", Value.NONE, 'l'),
          new LongOption("match-only", Value.NONE, 'm'),
          new LongOption("no-load", Value.NONE, 'n'),
          new LongOption("personality", Value.REQUIRED, 'p'),
          new LongOption("quiet", Value.NONE, 'q'),
          new LongOption("repository", Value.REQUIRED, 'r'),
          new LongOption("symbols", Value.REQUIRED, 's'),
          new LongOption("print-diagnostics", Value.NONE, 't'),
          new LongOption("verbose", Value.OPTIONAL, 'v'),
          new LongOption("safe-boot", Value.NONE, 'x'),
          new LongOption("no-authentication", Value.NONE, 'z'),
          new LongOption("no-resolve-dependencies", Value.NONE, 'Z'));

  private KextutilOptions() {}

  /** A reader of the options that a call gives. */
  static GetoptLongOnly of(Invocation invocation) {
    return new GetoptLongOnly(invocation, SHORT_OPTIONS, LONG_OPTIONS);
  }
}
