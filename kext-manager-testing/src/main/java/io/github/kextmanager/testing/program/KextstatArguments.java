package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What kextstat was asked to show (kext_tools, kextstat_main.c: {@code readArgs}). */
final class KextstatArguments {
  /** What a flag asks for. */
  enum Flag {
    NO_KERNEL,
    LIST_ONLY,
    ARCHITECTURE,
    SORT
  }

  private final KextstatEra era;
  private final Invocation invocation;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final Set<String> identifiers = new LinkedHashSet<>();

  KextstatArguments(KextstatEra era, Invocation invocation) {
    this.era = era;
    this.invocation = invocation;
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** The identifiers in the order given, each once; all kexts if there are none. */
  Set<String> identifiers() {
    return identifiers;
  }

  /** Reads the arguments; a status if that ends the program. */
  OptionalInt read() {
    var options =
        new GetoptLongOnly(
            invocation, era.isAtLeast(KextstatEra.YOSEMITE) ? "b:hkla" : "b:hkl", longOptions());
    for (char option = options.next(); option != GetoptLongOnly.END; option = options.next()) {
      switch (option) {
        case 'b' -> identifiers.add(options.value().orElseThrow());
        case 'k' -> flags.add(Flag.NO_KERNEL);
        case 'l' -> flags.add(Flag.LIST_ONLY);
        case 'a' -> flags.add(Flag.ARCHITECTURE);
        case 's' -> flags.add(Flag.SORT);
        case 'h' -> {
          usage();
          return OptionalInt.of(ExitStatus.OK);
        }
        default -> {
          // The real one goes on after a complaint, as if the word were not there.
        }
      }
    }
    if (options.operands().isEmpty()) {
      return OptionalInt.empty();
    }
    invocation
        .stderr()
        .println("Extra arguments starting at %s....".formatted(options.operands().get(0)));
    briefUsage();
    briefUsage();
    return OptionalInt.of(ExitStatus.USAGE);
  }

  private List<LongOption> longOptions() {
    List<LongOption> options = new ArrayList<>();
    options.add(new LongOption("no-kernel", Value.NONE, 'k'));
    options.add(new LongOption("list-only", Value.NONE, 'l'));
    options.add(new LongOption("bundle-id", Value.REQUIRED, 'b'));
    options.add(new LongOption("help", Value.NONE, 'h'));
    if (era.isAtLeast(KextstatEra.YOSEMITE)) {
      options.add(new LongOption("arch", Value.NONE, 'a'));
    }
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      options.add(new LongOption("sort", Value.NONE, 's'));
    }
    return options;
  }

  private void usageLine() {
    String architecture = era.isAtLeast(KextstatEra.YOSEMITE) ? "[-a] " : "";
    invocation
        .stderr()
        .println(
            "usage: %s %s[-k] [-l] [-b bundle_id] ..."
                .formatted(invocation.program(), architecture));
  }

  private void briefUsage() {
    usageLine();
    invocation.stderr().println("");
    invocation
        .stderr()
        .println("Use %s -help (-h) for a list of options.".formatted(invocation.program()));
  }

  private void usage() {
    usageLine();
    invocation
        .stderr()
        .print(
            """
            -no-kernel (-k): show only loadable kexts (omit kernel components).
            -list-only (-l): print the list only, omitting the header.
            -bundle-id (-b) <bundle_id>: print info for kexts named by identifier.
            """);
    if (era.isAtLeast(KextstatEra.YOSEMITE)) {
      invocation.stderr().println("-arch (-a): Include architecture info in output.");
    }
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      invocation.stderr().println("-sort (-s): Sort by load address.");
    }
  }
}
