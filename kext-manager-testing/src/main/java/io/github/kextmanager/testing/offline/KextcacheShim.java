package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.Shim;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/kextcache} from macOS 11 on: it checks its arguments as before, lets kmutil do
 * two things, and says of all others that they are gone (kext_tools-692, kextcache.m).
 */
public final class KextcacheShim implements Program {
  private static final MacOsVersion WITHOUT_CHECK = new MacOsVersion(13, 3, 0);
  private static final String INSTALLER = "__OSINSTALL_ENVIRONMENT";
  private static final String INSTALLER_ARGUMENT = "-rootdmg-ramdisk";

  private final KextutilMac mac;
  private final BooleanSupplier protectsFiles;
  private final Supplier<Firmware> firmware;
  private final Shim shim;

  /**
   * The program.
   *
   * @param mac what it checks its arguments against
   * @param protectsFiles whether the system protects its files
   * @param firmware what the Mac was started with
   * @param kmutil what it runs
   */
  public KextcacheShim(
      KextutilMac mac, BooleanSupplier protectsFiles, Supplier<Firmware> firmware, Program kmutil) {
    this.mac = mac;
    this.protectsFiles = protectsFiles;
    this.firmware = firmware;
    this.shim = new Shim(kmutil);
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextcacheArguments(mac.release(), invocation, mac.disk(), log);
    OptionalInt ended = Kextcache.read(mac, arguments, protectsFiles, invocation, log);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    if (arguments.has(KextcacheFlag.LEGACY)) {
      return new Kextcache(mac, protectsFiles).run(invocation, arguments, log);
    }
    Optional<List<String>> words = words(arguments, invocation);
    if (words.isPresent()) {
      return shim.execute(words.get(), invocation, log);
    }
    invocation.stderr().println(refusal(arguments, invocation));
    return ExitStatus.OK;
  }

  /** What kmutil is to do, if anything. */
  private Optional<List<String>> words(KextcacheArguments arguments, Invocation invocation) {
    if (isIgnored(arguments, invocation)) {
      return Optional.empty();
    }
    if (arguments.has(KextcacheFlag.CLEAR_STAGING) || arguments.has(KextcacheFlag.PRUNE_STAGING)) {
      return Optional.of(List.of("clear-staging"));
    }
    if (arguments.prelinkedKernel().isPresent()) {
      return Optional.empty();
    }
    return arguments.volume().map(volume -> install(volume, arguments));
  }

  private List<String> install(Path volume, KextcacheArguments arguments) {
    List<String> words = new ArrayList<>(List.of("install", "--volume-root", volume.toString()));
    if (arguments.has(KextcacheFlag.DESTINATION_ROOT)) {
      words.addAll(List.of("--update-all", "--update-preboot"));
    } else if (!mac.isAtLeast(WITHOUT_CHECK)) {
      words.add("--check-rebuild");
    }
    return words;
  }

  private boolean isIgnored(KextcacheArguments arguments, Invocation invocation) {
    return arguments.has(KextcacheFlag.EARLY_BOOT) || isOfInstaller(arguments, invocation);
  }

  private boolean isOfInstaller(KextcacheArguments arguments, Invocation invocation) {
    return arguments.has(KextcacheFlag.INSTALLER)
        || (invocation.environment().containsKey(INSTALLER)
            && firmware.get().hasBootArgument(INSTALLER_ARGUMENT));
  }

  private String refusal(KextcacheArguments arguments, Invocation invocation) {
    if (arguments.has(KextcacheFlag.EARLY_BOOT)) {
      return "Ignoring kextcache invocation from early boot";
    }
    if (isOfInstaller(arguments, invocation)) {
      return "Ignoring kextcache invocation from the Installer";
    }
    Optional<Path> file = arguments.prelinkedKernel();
    if (file.isPresent()) {
      return "It looks like you're trying to create a prelinked kernel. Kextcache is deprecated and"
          + " no longer suitable for use. You can build a kext collection containing the same kexts"
          + " by invoking: "
          + String.join(" ", create(file.get(), arguments));
    }
    return arguments.has(KextcacheFlag.SYSTEM_CACHES)
        ? "It looks like you're trying to update the system caches. As of macOS 11, the personality"
            + " cache is no longer in use for keeping kext matching information up-to-date. For more"
            + " information, see `man kmutil`."
        : "This option is no longer supported as of macOS 11. For supported modern kext and kernel"
            + " management commands, see `man kmutil`.";
  }

  private static List<String> create(Path file, KextcacheArguments arguments) {
    List<String> words =
        new ArrayList<>(
            List.of("/usr/bin/kmutil", "create", "-n", "boot", "--boot-path", file.toString()));
    addFilter("-f", arguments.required().ofFolders(), words);
    addFilter("-F", arguments.required().ofAll(), words);
    arguments.kernel().ifPresent(kernel -> addKernel(kernel, words));
    add("--repository", arguments.repositories(), words);
    add("--bundle-path", arguments.kexts(), words);
    return words;
  }

  private static void addFilter(String option, Set<String> values, List<String> words) {
    for (String value : values) {
      words.addAll(List.of(option, "'OSBundleRequired'", "==", "'%s'".formatted(value)));
    }
  }

  private static void addKernel(Path kernel, List<String> words) {
    words.addAll(List.of("--kernel", kernel.toString()));
    String name = String.valueOf(kernel.getFileName());
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      words.addAll(List.of("--variant-suffix", name.substring(dot + 1)));
    }
  }

  private static void add(String option, Collection<Path> paths, List<String> words) {
    paths.forEach(path -> words.addAll(List.of(option, path.toString())));
  }
}
