package io.github.kextmanager.testing.remembered;

import static io.github.kextmanager.model.ToolName.KEXTLOAD;
import static io.github.kextmanager.model.ToolName.KMUTIL;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Fault;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The Mac of a cell, with a journal. */
final class PreparedMac implements AutoCloseable {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");

  private final Cell cell;
  private final Path journal;
  private final SimulatedMac mac;
  private final TestKext kext;
  private final Path bundle;

  PreparedMac(Cell cell, Path journal) {
    this.cell = cell;
    this.journal = journal;
    this.mac = SimulatedMac.builder(cell.release()).chip(cell.chip()).build();
    TestKext plain = TestKext.named(WIDGET.value()).version("1.2").signedBy("ABCDE12345");
    this.kext = cell.hasHardware() ? plain.matchesHardware() : plain;
    this.bundle = mac.install(kext);
  }

  Remembered remembered() {
    return manager(mac).remembered();
  }

  private KextManager manager(CommandRunner runner) {
    return KextManager.builder().runner(runner).root(mac.root()).journal(journal, "a test").build();
  }

  private KextManager somebodyElse() {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  /** Makes the kext remembered. */
  void owe() {
    switch (cell.owing()) {
      case LOAD_AWAITING_APPROVAL -> manager(mac).load(bundle);
      case LOAD_AWAITING_RESTART -> {
        mac.approve(WIDGET);
        manager(mac).load(bundle);
      }
      case UNLOAD_AWAITING_RESTART -> {
        loadForSure();
        manager(this::unloadNothingInThisBoot).unload(WIDGET);
      }
      case INTERRUPTED_LOAD -> {
        mac.approve(WIDGET);
        interrupted(() -> manager(this::cutShortAfterIt).load(bundle));
      }
      case INTERRUPTED_UNLOAD -> {
        loadForSure();
        interrupted(() -> manager(PreparedMac.this::cutShortBeforeIt).unload(WIDGET));
      }
    }
  }

  private void loadForSure() {
    mac.approve(WIDGET);
    if (!somebodyElse().load(bundle).isLoaded()) {
      mac.restart();
      somebodyElse().load(bundle);
    }
    if (mac.kernel().find(WIDGET).isEmpty()) {
      throw new IllegalStateException(mac.transcript());
    }
  }

  private static void interrupted(Runnable change) {
    try {
      change.run();
      throw new IllegalStateException("It was not interrupted.");
    } catch (CommandInterruptedException expected) {
      if (!Thread.interrupted()) {
        throw new IllegalStateException("The flag is not set.", expected);
      }
    }
  }

  private CommandResult cutShortAfterIt(CommandLine command) {
    CommandResult result = mac.run(command);
    return changes(command) ? cutShort(command) : result;
  }

  private CommandResult cutShortBeforeIt(CommandLine command) {
    return changes(command) ? cutShort(command) : mac.run(command);
  }

  private static CommandResult cutShort(CommandLine command) {
    Thread.currentThread().interrupt();
    throw new CommandInterruptedException(
        command, new KillReport(KillReport.Outcome.KILLED, List.of()));
  }

  private static boolean changes(CommandLine command) {
    return command.argv().contains("load")
        || command.argv().contains("unload")
        || command.argv().contains("/sbin/kextload")
        || command.argv().contains("/sbin/kextunload");
  }

  /** Nobody has made a simulated Mac refuse like that yet. */
  private CommandResult unloadNothingInThisBoot(CommandLine command) {
    if (changes(command)) {
      writeToSystemLog("Kext unloading is disabled (com.example.Widget).");
      return answer(
          command,
          71,
          "",
          command.argv().contains("unload")
              ? "Error Domain=KMErrorDomain Code=71 \"Kernel request failed: (libkern/kext) kext is"
                  + " in use or retained (cannot unload) (-603946984)\"\n"
              : "(kernel) Can't unload kext com.example.Widget; classes have instances:\n"
                  + "Failed to unload com.example.Widget - (libkern/kext) kext is in use or"
                  + " retained (cannot unload).\n");
    }
    return command.executable().equals(Path.of("/usr/bin/log"))
        ? answer(command, 0, kernelSays("Kext unloading is disabled (com.example.Widget)."), "")
        : mac.run(command);
  }

  /** Up to macOS 10.11 that is where the kernel is heard. */
  private void writeToSystemLog(String text) {
    Path log = mac.root().resolve("private/var/log/system.log");
    String date =
        DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH)
            .format(Instant.now().atZone(ZoneId.systemDefault()));
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(
          log,
          "%s localhost kernel[0]: %s%n".formatted(date, text),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kernelSays(String text) {
    return "2099-01-01 00:00:00.000000+0000  localhost kernel[0]: " + text + "\n";
  }

  private static CommandResult answer(CommandLine command, int status, String out, String err) {
    return new CommandResult(
        command,
        new Termination.Exited(status),
        CapturedOutput.of(out),
        CapturedOutput.of(err),
        Duration.ZERO);
  }

  /** Lets happen what happens next. */
  void go() {
    switch (cell.next()) {
      case NOTHING -> {}
      case APPROVED -> mac.approve(WIDGET);
      case RESTARTED -> mac.restart();
      case APPROVED_AND_RESTARTED -> {
        mac.approve(WIDGET);
        mac.restart();
      }
      case DENIED_AND_RESTARTED -> {
        mac.deny(WIDGET);
        mac.restart();
      }
      case PANICKED -> {
        mac.approve(WIDGET);
        mac.restart();
        boolean hasKmutil = cell.release().isAtLeast(MacOsVersion.BIG_SUR);
        (hasKmutil ? mac.faults().on(KMUTIL, "load") : mac.faults().on(KEXTLOAD))
            .next()
            .inject(new Fault.Panic("Widget lost its port"));
        somebodyElse().load(bundle);
      }
      case UPGRADED -> mac.upgrade(cell.newer());
      case DELETED -> delete(mac.root().resolve(bundle.toString().substring(1)));
      case REPLACED -> mac.install(kext.version("2.0"));
      case SAFE_BOOT -> {
        mac.approve(WIDGET);
        mac.restart(BootMode.SAFE);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    mac.close();
  }
}
