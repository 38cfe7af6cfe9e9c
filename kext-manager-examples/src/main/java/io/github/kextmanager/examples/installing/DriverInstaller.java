package io.github.kextmanager.examples.installing;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole installer, run as root: it copies a driver to where the release wants it, gives it to
 * root, loads it, says what is owed, and takes it away again.
 */
public final class DriverInstaller {
  private static final Path TOP = Path.of("/");
  private static final Path CHOWN = Path.of("/usr/sbin/chown");

  /** The release that brought a folder for the drivers of others. */
  private static final MacOsVersion MAVERICKS = MacOsVersion.parse("10.9");

  private final KextManager manager;
  private final CommandRunner runner;
  private final Path root;
  private final PrintStream log;

  /** How far it got. */
  public enum Progress {
    /** All is done. */
    DONE,
    /** The person at the Mac must allow the driver; then {@link #activate} goes on. */
    NEEDS_APPROVAL,
    /** The Mac must restart; then {@link #activate} goes on. */
    NEEDS_RESTART,
    /** macOS refused, and the log says why. */
    REFUSED
  }

  /**
   * Creates an installer.
   *
   * @param manager reaches the Mac
   * @param runner runs the one command that is not about kexts
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param log where it says what it did
   */
  public DriverInstaller(KextManager manager, CommandRunner runner, Path root, PrintStream log) {
    this.manager = manager;
    this.runner = runner;
    this.root = root;
    this.log = log;
  }

  /**
   * Copies a driver to its place and loads it. What lay there before is replaced.
   *
   * @param source the bundle as it was delivered
   * @return how far it got
   * @throws IOException if it cannot be copied
   */
  public Progress install(Path source) throws IOException {
    Path bundle = place(source);
    delete(bundle);
    copy(source, here(bundle));
    CommandResult owned = runner.run(CommandLine.of(CHOWN, "-R", "root:wheel", bundle.toString()));
    if (!owned.termination().isSuccess()) {
      log.println("Could not give it to root: " + owned.stderr().text());
      return Progress.REFUSED;
    }
    log.println("Copied to " + bundle + ".");
    return activate(bundle);
  }

  /**
   * Loads a driver that lies in its place: also after the approval, and after the restart.
   *
   * @param bundle the path of the bundle on the Mac
   * @return how far it got
   */
  public Progress activate(Path bundle) {
    LoadOutcome outcome = manager.load(bundle);
    if (outcome.isLoaded()) {
      log.println("The driver runs.");
      return Progress.DONE;
    }
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      log.println("The driver waits for: " + deferred.until());
      return deferred.until() == Deferral.APPROVAL
          ? Progress.NEEDS_APPROVAL
          : Progress.NEEDS_RESTART;
    }
    log.println("The driver does not run: " + outcome.report().verdict().category());
    outcome.report().verdict().evidence().forEach(line -> log.println("  " + line.text()));
    return Progress.REFUSED;
  }

  /**
   * Takes a driver away. Its bundle goes in any case, so that a restart ends what is still running.
   *
   * @param bundle the path of the bundle on the Mac
   * @return {@link Progress#DONE}, or that a restart is needed
   * @throws IOException if it cannot be deleted
   */
  public Progress uninstall(Path bundle) throws IOException {
    BundleIdentifier identifier = manager.bundle(bundle).identifier();
    UnloadOutcome outcome = manager.unload(identifier);
    delete(bundle);
    if (outcome.isAbsent()) {
      log.println("The driver is gone.");
      return Progress.DONE;
    }
    log.println("The driver runs until the Mac restarts: " + outcome.state());
    return Progress.NEEDS_RESTART;
  }

  /**
   * Where a driver belongs.
   *
   * @param source the bundle as it was delivered
   * @return the path of the bundle on the Mac
   */
  public Path place(Path source) {
    Path folder =
        manager.release().isAtLeast(MAVERICKS)
            ? Path.of("/Library/Extensions")
            : Path.of("/System/Library/Extensions");
    return folder.resolve(source.getFileName());
  }

  private Path here(Path onTheMac) {
    return root.resolve(TOP.relativize(onTheMac).toString());
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : filesOf(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private void delete(Path bundle) throws IOException {
    Path place = here(bundle);
    if (Files.exists(place)) {
      for (Path file : filesOf(place).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The bundle, its folders and its files, each after the folder that it is in. */
  private static List<Path> filesOf(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files.toList();
    }
  }
}
