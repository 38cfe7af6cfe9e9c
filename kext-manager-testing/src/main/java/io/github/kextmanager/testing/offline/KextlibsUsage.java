package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.OutputStreamText;

/**
 * What kextlibs says of itself (kext_tools, kextlibs_main.c). The option {@code -arch} that it
 * names does not exist.
 */
final class KextlibsUsage {
  private final String name;
  private final OutputStreamText stderr;

  KextlibsUsage(String name, OutputStreamText stderr) {
    this.name = name;
    this.stderr = stderr;
  }

  void brief() {
    stderr.print(
        """
        usage: %1$s [options] kext

        use %1$s -help for a list of options
        """
            .formatted(name));
  }

  void full() {
    stderr.print(
        """
        usage: %s [options] kext

        <kext>: the kext to find libraries for
        -arch <arch>:
                resolve for architecture <arch> instead of running kernel's
        -xml:   print XML fragment suitable for pasting

        -system-extensions (-e):
                look in the system exensions folder (assumed if no other folders
                specified with repository)
        -repository <directory> (-r):
                look in <directory> for library kexts

        -all-symbols:
                list all symbols, found, not found, or found more than once
        -onedef-symbols:
                list all symbols found with the library kext they were found in
        -undef-symbols:
                list all symbols not found in any library
        -multdef-symbols:
                list all symbols found more than once with their library kexts

        -compatible-versions (-c):
                use library kext compatble versions rather than current versions
        -unsupported:
                look in unsupported kexts for symbols
        """
            .formatted(name));
  }
}
