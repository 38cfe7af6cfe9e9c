package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.GetoptLongOnly;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.program.VerboseOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What kextutil was asked to do (kext_tools, kextutil_main.c: {@code readArgs}). */
final class KextutilArguments {
  private static final String AND_INTERACTIVE_ALL = "interactive (-i) or -interactive-all (-I)";

  private final Invocation invocation;
  private final ToolLog log;
  private final PathCheck check;
  private final Set<KextutilFlag> flags = EnumSet.noneOf(KextutilFlag.class);
  private final Map<String, Long> addresses = new LinkedHashMap<>();
  private final List<String> identifiers = new ArrayList<>();
  private final List<String> personalities = new ArrayList<>();
  private final List<String> dependencies = new ArrayList<>();
  private final List<String> repositories = new ArrayList<>();
  private Optional<Architecture> architecture = Optional.empty();
  private Optional<String> kernel = Optional.empty();
  private Optional<String> symbols = Optional.empty();
  private List<String> kexts = List.of();

  KextutilArguments(Invocation invocation, ToolLog log, PathCheck check) {
    this.invocation = invocation;
    this.log = log;
    this.check = check;
  }

  boolean has(KextutilFlag flag) {
    return flags.contains(flag);
  }

  boolean isInteractive() {
    return has(KextutilFlag.INTERACTIVE) || has(KextutilFlag.INTERACTIVE_ALL);
  }

  /** Whether kexts are loaded: unless told otherwise, they are. */
  boolean loads() {
    return !has(KextutilFlag.MATCH_ONLY) && !has(KextutilFlag.NO_LOAD);
  }

  /** Whether their personalities are sent. */
  boolean matches() {
    return !has(KextutilFlag.LOAD_ONLY) && !has(KextutilFlag.NO_LOAD);
  }

  /** Whether anything is sent to the kernel. */
  boolean changesKernel() {
    return loads() || matches();
  }

  /** The load addresses, by identifier. */
  Map<String, Long> addresses() {
    return addresses;
  }

  List<String> identifiers() {
    return identifiers;
  }

  List<String> personalities() {
    return personalities;
  }

  List<String> dependencies() {
    return dependencies;
  }

  List<String> repositories() {
    return repositories;
  }

  Optional<Architecture> architecture() {
    return architecture;
  }

  /** The kernel file to link against. */
  Optional<String> kernel() {
    return kernel;
  }

  /** The folder for files of symbols. */
  Optional<String> symbols() {
    return symbols;
  }

  List<String> kexts() {
    return kexts;
  }

  /** Reads the arguments; a status if that ends the program. */
  OptionalInt read() {
    GetoptLongOnly options = KextutilOptions.of(invocation);
    for (char option = options.next(); option != GetoptLongOnly.END; option = options.next()) {
      if (option == 'h') {
        KextutilUsage.print(invocation);
        return OptionalInt.of(ExitStatus.OK);
      }
      int status = read(option, options);
      if (status != ExitStatus.OK) {
        return end(status);
      }
    }
    kexts = options.operands();
    for (String kext : kexts) {
      int status = check.bundle(kext);
      if (status != ExitStatus.OK) {
        return end(status);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt end(int status) {
    if (status == ExitStatus.USAGE) {
      KextutilUsage.printBrief(invocation);
    }
    return OptionalInt.of(status);
  }

  private int read(char option, GetoptLongOnly options) {
    return options.value().isPresent() && option != 'v'
        ? readValue(option, options.value().get())
        : readFlag(option, options);
  }

  private int readValue(char option, String value) {
    switch (option) {
      case 'a' -> {
        return readAddress(value);
      }
      case 'b' -> identifiers.add(value);
      case 'd' -> dependencies.add(value);
      case 'k' -> {
        warnOfAnother(kernel.isPresent(), "kernel (-k); using last.");
        kernel = Optional.of(value);
      }
      case 'p' -> personalities.add(value);
      case 'r' -> {
        repositories.add(value);
        return check.folder(value);
      }
      case 's' -> {
        warnOfAnother(symbols.isPresent(), "symbols (-s); using last");
        symbols = Optional.of(value);
        return check.writableFolder(value);
      }
      case KextutilOptions.ARCHITECTURE -> {
        warnOfAnother(architecture.isPresent(), "arch; using last.");
        architecture = ArchitectureNames.find(value);
        if (architecture.isEmpty()) {
          log.error("Unknown architecture %s.".formatted(value));
          return ExitStatus.USAGE;
        }
      }
      default -> {
        return ExitStatus.USAGE;
      }
    }
    return ExitStatus.OK;
  }

  private int readFlag(char option, GetoptLongOnly options) {
    switch (option) {
      case 'A' -> {
        flags.add(KextutilFlag.NO_LOAD);
        flags.add(KextutilFlag.USE_LOAD_ADDRESSES);
      }
      case 'c', 'D' -> {}
      case 'e' -> flags.add(KextutilFlag.NO_SYSTEM_EXTENSIONS);
      case 'i' -> readInteraction(KextutilFlag.INTERACTIVE);
      case 'I' -> readInteraction(KextutilFlag.INTERACTIVE_ALL);
      case 'l' -> flags.add(KextutilFlag.LOAD_ONLY);
      case 'm' -> flags.add(KextutilFlag.MATCH_ONLY);
      case 'n' -> flags.add(KextutilFlag.NO_LOAD);
      case 'q' -> {
        log.beQuiet(invocation.stdout());
        flags.add(KextutilFlag.LOG_CHANGED);
      }
      case 't' -> flags.add(KextutilFlag.PRINT_DIAGNOSTICS);
      case 'v' -> {
        flags.add(KextutilFlag.LOG_CHANGED);
        return VerboseOption.apply(options, 0, log) ? ExitStatus.OK : ExitStatus.USAGE;
      }
      case 'x' -> flags.add(KextutilFlag.SAFE_BOOT);
      case 'z' -> flags.add(KextutilFlag.NO_AUTHENTICATION);
      case 'Z' -> flags.add(KextutilFlag.NO_RESOLVE_DEPENDENCIES);
      default -> {
        return ExitStatus.USAGE;
      }
    }
    return ExitStatus.OK;
  }

  private void readInteraction(KextutilFlag flag) {
    warnOfAnother(isInteractive(), AND_INTERACTIVE_ALL + "; using last.");
    flags.remove(KextutilFlag.INTERACTIVE);
    flags.remove(KextutilFlag.INTERACTIVE_ALL);
    flags.add(flag);
  }

  private int readAddress(String word) {
    flags.add(KextutilFlag.NO_LOAD);
    Optional<LoadAddress> given = LoadAddress.parse(word);
    if (given.isEmpty()) {
      log.error("Address format is <bundle-id@address>, with nonzero hexadecimal address.");
      return ExitStatus.USAGE;
    }
    String identifier = given.get().identifier();
    Long before = addresses.put(identifier, given.get().address());
    if (before != null && before != given.get().address()) {
      log.general(
          LogLevel.WARNING,
          "Warning: multiple addresses specified for %s; using last.".formatted(identifier));
    }
    return ExitStatus.OK;
  }

  private void warnOfAnother(boolean given, String option) {
    if (given) {
      log.general(LogLevel.WARNING, "Warning: multiple use of -" + option);
    }
  }
}
