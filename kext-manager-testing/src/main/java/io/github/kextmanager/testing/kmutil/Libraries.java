package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code kmutil libraries}, in the form of kextlibs: the libraries that a kext declares, as no
 * symbols are looked for.
 */
record Libraries(Platform platform, Disk disk) implements Subcommand {
  @Override
  public Command command() {
    return Command.of(
        "kmutil libraries",
        "Search for library kexts that define symbols needed for linking by a kernel extension.",
        Options.common(),
        Options.repositories(platform.release()),
        Options.bundles(),
        Options.filters(),
        List.of(
            Option.flag(
                "all-symbols", "List all symbols; found, not found, or found more than once."),
            Option.flag(
                "onedef-symbols",
                "List all symbols found, with the library kext they were found in."),
            Option.flag(
                "multdef-symbols",
                "List all symbols found more than once, with their library kexts."),
            Option.flag("undef-symbols", "List all symbols not found in any library."),
            Option.flag(
                    "compatible-versions",
                    "Use library kext compatble versions rather than current versions.")
                .letter('c'),
            Option.flag("unsupported", "Look in unsupported kexts for symbols."),
            Option.flag("xml", "Print XML fragment suitable for pasting.")),
        Options.collections());
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    Answers.noteVariant(given, invocation);
    KextSelection selection = KextSelection.of(given, invocation, disk, platform);
    Map<String, String> libraries = new TreeMap<>();
    selection.kexts().stream().map(KextOnDisk::libraries).forEach(libraries::putAll);
    if (selection.error().isEmpty() && given.has("xml")) {
      xml(libraries, invocation);
    } else {
      libraries.forEach(
          (name, version) -> invocation.stdout().println("%s = %s".formatted(name, version)));
    }
    return Answers.print(selection.error(), platform.release(), invocation);
  }

  private static void xml(Map<String, String> libraries, Invocation invocation) {
    invocation.stdout().println("\t<key>OSBundleLibraries</key>");
    invocation.stdout().println("\t<dict>");
    libraries.forEach(
        (name, version) -> {
          invocation.stdout().println("\t\t<key>%s</key>".formatted(name));
          invocation.stdout().println("\t\t<string>%s</string>".formatted(version));
        });
    invocation.stdout().println("\t</dict>");
  }
}
