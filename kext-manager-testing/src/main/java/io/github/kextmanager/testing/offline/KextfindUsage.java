package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.OutputStreamText;

/** What kextfind says of itself (kext_tools, kextfind_main.c). */
final class KextfindUsage {
  private static final String BEGINNING =
      """
      usage: %s [options] [directory or extension ...] [query]
          [-report [-no-header] report_predicate...]
      """;

  private final String name;
  private final OutputStreamText stderr;

  KextfindUsage(String name, OutputStreamText stderr) {
    this.name = name;
    this.stderr = stderr;
  }

  void brief() {
    stderr.print(BEGINNING.formatted(name));
    stderr.println("use %s -help for a list of options".formatted(name));
  }

  void full() {
    stderr.print(BEGINNING.formatted(name));
    stderr.print(
        """
        Options
            -help                        -case-insensitive
            -relative-paths              -substring
            -no-paths

        Handy Query Predicates
            -bundle-id [-s] [-i] id
            -bundle-name [-s] [-i] id
            -match-property [-s] [-i] name value
            -property [-s] [-i] name value

            -loaded                      -nonloadable
            -invalid                     -inauthentic
            -dependencies-missing        -warnings

            -arch arch1[,arch2...]       -arch-exact arch1[,arch2...]
            -executable                  -library
            -defines-symbol symbol       -references-symbol symbol

        See the man page for the full list.
        """);
  }
}
