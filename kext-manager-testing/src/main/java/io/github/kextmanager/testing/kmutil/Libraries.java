package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code kmutil libraries}: the work and the output of kextlibs, which it succeeded; whether a real
 * one prints the same is not known.
 */
record Libraries(Platform platform, Disk disk, Program kextlibs) implements Subcommand {
  private static final List<String> SAME_NAMES =
      List.of(
          "all-symbols",
          "onedef-symbols",
          "multdef-symbols",
          "undef-symbols",
          "compatible-versions",
          "unsupported",
          "xml");

  @Override
  public String name() {
    return "libraries";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
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
    if (given.all(Options.BUNDLE_PATH).isEmpty()
        && given.all(Options.BUNDLE_IDENTIFIER).isEmpty()) {
      throw new ArgumentException("No extension specified");
    }
    Answers.noteVariant(given, invocation);
    KextSelection selection = KextSelection.of(given, invocation, disk, platform);
    int status = 0;
    for (KextOnDisk kext : selection.kexts()) {
      status = Math.max(status, kextlibs.run(invocation.with(words(given, kext))));
    }
    return selection.error().isPresent()
        ? Answers.print(selection.error(), platform.release(), invocation)
        : status;
  }

  private static List<String> words(Given given, KextOnDisk kext) {
    List<String> words = new ArrayList<>(List.of("-system-extensions"));
    given.all(Options.REPOSITORY).forEach(folder -> words.addAll(List.of("-repository", folder)));
    SAME_NAMES.stream().filter(given::has).map("-"::concat).forEach(words::add);
    words.add(kext.path().toString());
    return words;
  }
}
