package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code /usr/bin/kmutil}: finds the subcommand, and says what is wrong with the words. */
public final class Kmutil implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/kmutil";

  private static final int USAGE = 64;
  private static final MacOsVersion CONFIGURE_BOOT = new MacOsVersion(11, 1, 0);

  private final MacOsVersion release;
  private final List<Subcommand> listed;
  private final List<Subcommand> hidden;

  /**
   * What kmutil works with.
   *
   * @param platform the release and the processor
   * @param build the build of the release
   * @param disk where the bundles lie
   * @param daemon whom it asks to load and unload
   * @param kernel the kernel of this start of the Mac
   * @param log the program that {@code kmutil log} runs
   * @param kextlibs the program that does the work of {@code kmutil libraries}
   */
  public record Surroundings(
      Platform platform,
      String build,
      Disk disk,
      KernelManager daemon,
      Supplier<? extends KernelRequests> kernel,
      Program log,
      Program kextlibs) {}

  /**
   * The program.
   *
   * @param mac what it works with
   */
  public Kmutil(Surroundings mac) {
    this.release = mac.platform().release();
    this.listed = listed(mac);
    this.hidden = List.of(new Install(release, mac.build()), new Migrate(release));
  }

  /** In the order of kmutil's help. */
  private List<Subcommand> listed(Surroundings mac) {
    List<Subcommand> all = new ArrayList<>();
    all.add(new Create(release, mac.build()));
    if (release.isAtLeast(Releases.SONOMA)) {
      all.add(new Rebuild(release, mac.daemon()));
    }
    all.add(new Load(release, mac.daemon()));
    all.add(new Unload(release, mac.daemon()));
    all.add(new LogMessages(mac.log()));
    all.add(new Libraries(mac.platform(), mac.disk(), mac.kextlibs()));
    all.add(new DumpState(release, mac.daemon()));
    all.add(new Inspect(mac.platform(), mac.disk(), mac.kernel()));
    all.add(new ClearStaging(release, mac.disk()));
    if (release.isAtLeast(CONFIGURE_BOOT)) {
      all.add(new ConfigureBoot(release));
    }
    all.add(new Find(mac.platform(), mac.disk()));
    all.add(new ShowLoaded(mac.platform(), mac.disk(), mac.kernel()));
    all.add(new TriggerPanicMedic(release));
    all.add(new Check());
    all.add(new PrintDiagnostics(mac.platform(), mac.disk(), mac.daemon()));
    if (release.isAtLeast(Releases.SONOMA)) {
      all.add(new EmitMachO(release));
    }
    return List.copyOf(all);
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    String first = words.isEmpty() ? "--help" : words.get(0);
    if (first.equals("--help") || first.equals("-h")) {
      return overview(invocation);
    }
    if (first.equals("help")) {
      return words.size() == 1
          ? overview(invocation)
          : find(words.get(1))
              .map(each -> help(each.command(), invocation))
              .orElseGet(() -> unexpected(words.get(1), invocation));
    }
    return find(first)
        .map(each -> run(each, words.subList(1, words.size()), invocation))
        .orElseGet(() -> unexpected(first, invocation));
  }

  private Optional<Subcommand> find(String name) {
    return Stream.concat(listed.stream(), hidden.stream())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private int run(Subcommand subcommand, List<String> words, Invocation invocation) {
    try {
      Given given = subcommand.command().read(subcommand.prepared(words));
      return given.has(Given.HELP)
          ? help(subcommand.command(), invocation)
          : subcommand.run(given, invocation);
    } catch (ArgumentException e) {
      Command command = subcommand.command();
      return refuse(e.complaint(), command.usage(), command.name(), invocation);
    } catch (KernelRefusalException e) {
      // What it says if the kernel does not tell what is loaded is not known.
      var error = Optional.of(KmError.kernelRefused(e.result()));
      return Answers.print(error, release, invocation);
    }
  }

  private static int help(Command command, Invocation invocation) {
    command.help().forEach(invocation.stdout()::println);
    return 0;
  }

  private int overview(Invocation invocation) {
    Overview.lines(release, listed.stream().map(Subcommand::command).toList())
        .forEach(invocation.stdout()::println);
    return 0;
  }

  private static int unexpected(String word, Invocation invocation) {
    String message = word.startsWith("-") ? "Unknown option '%s'" : "Unexpected argument '%s'";
    return refuse(message.formatted(word), "kmutil <subcommand>", "kmutil", invocation);
  }

  private static int refuse(String message, String usage, String name, Invocation invocation) {
    invocation.stderr().println("Error: " + message);
    invocation.stderr().println("Usage: " + usage);
    invocation.stderr().println("  See '%s --help' for more information.".formatted(name));
    return USAGE;
  }
}
