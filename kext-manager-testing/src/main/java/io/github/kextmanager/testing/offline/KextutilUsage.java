package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.Invocation;

/** What kextutil says of itself (kext_tools, kextutil_main.c: {@code usage}). */
final class KextutilUsage {
  private static final String HEADING = "usage: %s [options] [--] [kext] ...\n\n";

  private KextutilUsage() {}

  static void printBrief(Invocation invocation) {
    invocation.stderr().print(HEADING.formatted(invocation.name()));
    invocation
        .stderr()
        .println("use %s -help for an explanation of each option".formatted(invocation.name()));
  }

  static void print(Invocation invocation) {
    invocation.stderr().print(HEADING.formatted(invocation.name()));
    invocation
        .stderr()
        .print(
            """
            kext: a kext bundle to load or examine

            -bundle-id <bundle_id> (-b):
                    load/use the kext whose CFBundleIdentifier is <bundle_id>
            -personality <personality> (-p):
                    send the named personality to the catalog
            -dependency <kext> (-d):
                    consider <kext> as a candidate dependency
            -repository <directory> (-r):
                    look in <directory> for kexts

            -no-caches (-c):
                    don't use repository caches; scan repository folders
            -no-loaded-check (-D):
                    don't check for loaded kexts when resolving dependencies (deprecated)
            -no-system-extensions (-e):
                    don't use system extension folders

            -interactive (-i):
                    interactive mode
            -interactive-all (-I):
                    interactive mode for extension and all its dependencies

            -load-only (-l):
                    load & start only; don't start matching
            -match-only (-m):
                    start matching only, by sending personalities; don't load executable
            -no-load (-n):
                    neither load nor start matching
            -symbols <directory> (-s):
                    write symbol files into <directory>
            -arch <archname>:
                    use architecture <archnaem>
            -address <kext_id@address> (-a):
                    <kext_id> is loaded at address (for symbol generation)
            -use-load-addresses (-A):
                    get load addresses for kexts from what's loaded (for symbol generation)
            -kernel <kernelFile> (-k):
                    link against <kernelFile> (default is /mach_kernel)

            -quiet (-q):
                    quiet mode: print no informational or error messages
            -verbose [ 0-6 | 0x<flags> ] (-v):
                    verbose mode; print info about analysis & loading

            -print-diagnostics (-t):
                    perform all diagnostic tests and print a report on each kext
            -safe-boot (-x):
                    simulate safe boot mode for diagnostic tests
            -no-authentication (-z):
                    don't authenticate kexts (for use during development)
            -no-resolve-dependencies (-Z):
                    don't check dependencies when diagnosing with
                    -no-load & -print-diagnostics (-nt)

            -help (-h): print this message and exit

            --: end of options
            """);
  }
}
