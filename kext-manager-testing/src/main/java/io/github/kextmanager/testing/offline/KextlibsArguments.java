package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.GetoptLongOnly;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.program.VerboseOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The arguments of kextlibs (kext_tools, kextlibs_main.c and .h), with the complaints about them.
 */
final class KextlibsArguments {
  /** What it was asked for without a value. */
  enum Flag {
    SYSTEM_FOLDERS,
    XML,
    COMPATIBLE_VERSIONS,
    UNDEFINED,
    DEFINED_ONCE,
    DEFINED_OFTEN,
    NON_KPI,
    UNSUPPORTED
  }

  private static final List<LongOption> LONG =
      List.of(
          new LongOption("help", Value.NONE, 'h'),
          new LongOption("system-extensions", Value.NONE, 'e'),
          new LongOption("repository", Value.REQUIRED, 'r'),
          new LongOption("compatible-versions", Value.NONE, 'c'),
          new LongOption("xml", Value.NONE, 'X'),
          new LongOption("all-symbols", Value.NONE, 'A'),
          new LongOption("undef-symbols", Value.NONE, 'U'),
          new LongOption("onedef-symbols", Value.NONE, 'O'),
          new LongOption("multdef-symbols", Value.NONE, 'M'),
          new LongOption("non-kpi", Value.NONE, 'K'),
          new LongOption("unsupported", Value.NONE, 'S'),
          new LongOption("quiet", Value.NONE, 'q'),
          new LongOption("verbose", Value.OPTIONAL, 'v'));

  private static final Map<Character, Set<Flag>> FLAGS =
      Map.of(
          'e', EnumSet.of(Flag.SYSTEM_FOLDERS),
          'c', EnumSet.of(Flag.COMPATIBLE_VERSIONS),
          'X', EnumSet.of(Flag.XML),
          'A', EnumSet.of(Flag.UNDEFINED, Flag.DEFINED_ONCE, Flag.DEFINED_OFTEN),
          'U', EnumSet.of(Flag.UNDEFINED),
          'O', EnumSet.of(Flag.DEFINED_ONCE),
          'M', EnumSet.of(Flag.DEFINED_OFTEN),
          'K', EnumSet.of(Flag.NON_KPI),
          'S', EnumSet.of(Flag.UNSUPPORTED));

  private final Invocation invocation;
  private final ToolLog log;
  private final PathCheck paths;
  private final KextlibsUsage usage;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final Map<Path, String> repositories = new LinkedHashMap<>();
  private String kext = "";

  KextlibsArguments(Invocation invocation, Disk disk, ToolLog log) {
    this.invocation = invocation;
    this.log = log;
    this.paths = new PathCheck(disk, invocation, log);
    this.usage = new KextlibsUsage(invocation.name(), invocation.stderr());
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** The folders to search, each with the word that named it. */
  Map<Path, String> repositories() {
    return repositories;
  }

  /** The kext as it was typed. */
  String kext() {
    return kext;
  }

  /** Reads them; a status if the program ends here. */
  OptionalInt read() {
    var options = new GetoptLongOnly(invocation, "cehr:", LONG);
    OptionalInt status = options.readAll(option -> take(option, options));
    if (status.isPresent()) {
      return status;
    }
    return takeKext(options.operands());
  }

  private OptionalInt take(char option, GetoptLongOnly options) {
    switch (option) {
      case 'h' -> {
        usage.full();
        return OptionalInt.of(ExitStatus.OK);
      }
      case 'r' -> {
        return takeRepository(options.value().orElse(""));
      }
      case 'q' -> log.beQuiet(invocation.stdout());
      case 'v' -> {
        if (!VerboseOption.apply(options, 0, log)) {
          return OptionalInt.of(ExitStatus.USAGE);
        }
      }
      case GetoptLongOnly.BAD -> {
        return usageError();
      }
      default -> flags.addAll(FLAGS.getOrDefault(option, Set.of()));
    }
    return OptionalInt.empty();
  }

  private OptionalInt takeRepository(String typed) {
    int status = paths.folder(typed);
    if (status != ExitStatus.OK) {
      return OptionalInt.of(status);
    }
    repositories.putIfAbsent(invocation.absolute(typed), typed);
    return OptionalInt.empty();
  }

  private OptionalInt takeKext(List<String> operands) {
    if (operands.isEmpty()) {
      invocation.stderr().print("No kext specified.");
      return usageError();
    }
    kext = operands.get(0);
    int status = paths.bundle(kext);
    if (status != ExitStatus.OK) {
      return OptionalInt.of(status);
    }
    if (operands.size() > 1) {
      log.error("Too many arguments starting at '%s'.".formatted(operands.get(1)));
      return usageError();
    }
    return OptionalInt.empty();
  }

  private OptionalInt usageError() {
    usage.brief();
    return OptionalInt.of(ExitStatus.USAGE);
  }
}
