package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Getopt;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.program.VerboseOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What kextcache was asked for (kext_tools, kextcache_main.c: {@code readArgs}). */
final class KextcacheArguments {
  private static final int LOG_FOR_ALL_KEXTS = 0x8;

  private final MacOsVersion release;
  private final Invocation invocation;
  private final Disk disk;
  private final ToolLog log;
  private final PathCheck paths;
  private final KextcacheUsage usage;
  private final Set<KextcacheFlag> flags = EnumSet.noneOf(KextcacheFlag.class);
  private final RequiredKexts required = new RequiredKexts();
  private final Set<String> identifiers = new LinkedHashSet<>();
  private final List<Path> repositories = new ArrayList<>();
  private final List<Path> kexts = new ArrayList<>();
  private Optional<Path> volume = Optional.empty();
  private Optional<Path> volumeRoot = Optional.empty();
  private Optional<Path> prelinkedKernel = Optional.empty();
  private Optional<Path> kernel = Optional.empty();
  private boolean hasSymbols;

  KextcacheArguments(MacOsVersion release, Invocation invocation, Disk disk, ToolLog log) {
    this.release = release;
    this.invocation = invocation;
    this.disk = disk;
    this.log = log;
    this.paths = new PathCheck(disk, invocation, log);
    this.usage = new KextcacheUsage(invocation.name(), release, invocation.stderr());
  }

  boolean has(KextcacheFlag flag) {
    return flags.contains(flag);
  }

  /** The volume of {@code -u}, {@code -U} or {@code -i}. */
  Optional<Path> volume() {
    return volume;
  }

  Optional<Path> volumeRoot() {
    return volumeRoot;
  }

  /** The file to make. */
  Optional<Path> prelinkedKernel() {
    return prelinkedKernel;
  }

  /** The kernel file that was named. */
  Optional<Path> kernel() {
    return kernel;
  }

  Set<String> identifiers() {
    return identifiers;
  }

  /** Which kexts come into a prelinked kernel. */
  CacheFilter filter() {
    return new CacheFilter(identifiers, required, has(KextcacheFlag.ALL_LOADED));
  }

  RequiredKexts required() {
    return required;
  }

  /** The folders to search, those of the system too. */
  List<Path> repositories() {
    return repositories;
  }

  /** The kexts that were named. */
  List<Path> kexts() {
    return kexts;
  }

  KextcacheUsage usage() {
    return usage;
  }

  /** Reads the arguments; a status if that ends the program. */
  OptionalInt read() {
    List<String> words = new ArrayList<>(List.of(invocation.program()));
    words.addAll(invocation.arguments());
    var options =
        new Getopt(words, KextcacheOptions.letters(release), KextcacheOptions.names(release));
    for (char option = options.next(); option != Getopt.END; option = options.next()) {
      OptionalInt ended = take(option, options, words);
      if (ended.isPresent()) {
        return ended;
      }
    }
    if (volume.isEmpty()) {
      words.subList(options.index(), words.size()).forEach(this::takeOperand);
    }
    return OptionalInt.empty();
  }

  private void takeOperand(String word) {
    Path path = invocation.absolute(word);
    (path.toString().endsWith(".kext") ? kexts : repositories).add(path);
  }

  private OptionalInt take(char option, Getopt options, List<String> words) {
    char letter = option;
    if (option == Getopt.MISSING) {
      letter = options.letter();
      if (letter != 'c') {
        log.error(
            "%s: option requires an argument -- -%c."
                .formatted(invocation.name(), KextcacheOptions.shown(letter)));
        return unrecognized(options, words);
      }
    }
    if (KextcacheOptions.isFlag(letter)) {
      flags.addAll(KextcacheOptions.flags(letter));
      return OptionalInt.empty();
    }
    if (required.take(letter)) {
      return OptionalInt.empty();
    }
    return takeOther(letter, options, words);
  }

  private OptionalInt takeOther(char letter, Getopt options, List<String> words) {
    String value = options.value().orElse("");
    switch (letter) {
      case 'a' -> {
        return takeArchitecture(value);
      }
      case 'b' -> identifiers.add(value);
      case 'c' -> takePrelinkedKernel(value, options);
      case 'e', KextcacheOptions.SYSTEM_KERNEL -> {
        useDefaultKernel();
        flags.add(KextcacheFlag.ALL_LOADED);
        required.take('l');
      }
      case 'k' -> warn("-k is no longer used; ignoring.");
      case 'K' -> {
        return takeKernel(value);
      }
      case 'i', 'u', 'U' -> {
        return takeVolume(letter, value);
      }
      case KextcacheOptions.VOLUME_ROOT -> {
        warnOfAnother(volumeRoot.isPresent(), "volume root");
        volumeRoot = Optional.of(invocation.absolute(value));
      }
      case KextcacheOptions.SYMBOLS -> {
        warnOfAnother(hasSymbols, "symbol directory");
        hasSymbols = true;
      }
      case KextcacheOptions.SYSTEM_CACHES -> {
        flags.add(KextcacheFlag.SYSTEM_CACHES);
        repositories.addAll(ExtensionFolders.of(release));
      }
      case 'q' -> log.beQuiet(invocation.stdout());
      case 'v' -> {
        return VerboseOption.apply(options, LOG_FOR_ALL_KEXTS, log)
            ? OptionalInt.empty()
            : usageError();
      }
      case 'h' -> {
        usage.forms();
        return OptionalInt.of(ExitStatus.OK);
      }
      default -> {
        return unrecognized(options, words);
      }
    }
    return OptionalInt.empty();
  }

  /** The word before the one that is looked at next, whichever that is. */
  private OptionalInt unrecognized(Getopt options, List<String> words) {
    log.error("unrecognized option %s".formatted(words.get(options.index() - 1)));
    return usageError();
  }

  private OptionalInt usageError() {
    usage.brief();
    return OptionalInt.of(ExitStatus.USAGE);
  }

  private OptionalInt takeArchitecture(String name) {
    if (ArchitectureNames.find(name).isEmpty()) {
      log.error("Unknown architecture %s.".formatted(name));
      return usageError();
    }
    return OptionalInt.empty();
  }

  /** The long option takes the next word for a file, whatever it is. */
  private void takePrelinkedKernel(String value, Getopt options) {
    String file = value;
    if (options.value().isEmpty() && options.peek().isPresent()) {
      file = options.peek().get();
      options.skip();
    }
    if (file.isEmpty()) {
      useDefaultKernel();
    } else {
      warnOfAnother(prelinkedKernel.isPresent(), "prelinked kernel");
      prelinkedKernel = Optional.of(real(file));
    }
  }

  private void useDefaultKernel() {
    warnOfAnother(prelinkedKernel.isPresent(), "prelinked kernel");
    prelinkedKernel = Optional.of(PrelinkedKernel.place(release));
    flags.add(KextcacheFlag.DEFAULT_KERNEL);
    repositories.addAll(ExtensionFolders.of(release));
  }

  private OptionalInt takeKernel(String file) {
    if (kernel.isPresent()) {
      warn("Warning: kernel file already specified; using last.");
    }
    if (paths.missing(file).isPresent()) {
      log.error("Error: kernel filename invalid");
      return usageError();
    }
    kernel = Optional.of(real(file));
    return OptionalInt.empty();
  }

  private OptionalInt takeVolume(char letter, String word) {
    warnOfAnother(volume.isPresent(), letter == 'i' ? "invalidate volume" : "update volume");
    Optional<String> reason = paths.missing(word);
    if (reason.isPresent()) {
      warn("%s - %s.".formatted(word, reason.get()));
      return OptionalInt.of(ExitStatus.NO_INPUT);
    }
    volume = Optional.of(invocation.absolute(word));
    if (letter == 'i') {
      flags.add(KextcacheFlag.INVALIDATE);
    } else if (letter == 'U') {
      flags.add(KextcacheFlag.EXPECT_UP_TO_DATE);
    }
    return OptionalInt.empty();
  }

  private Path real(String word) {
    Path path = invocation.absolute(word);
    return disk.realPath(path).orElse(path);
  }

  private void warnOfAnother(boolean isAnother, String what) {
    if (isAnother) {
      warn("Warning: %s already specified; using last.".formatted(what));
    }
  }

  private void warn(String text) {
    log.general(LogLevel.WARNING, text);
  }
}
