package io.github.kextmanager.cli.grammar;

import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Loudness;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that every verb knows, and the one of all those that reach a Mac.
 *
 * @param format how the answer is written
 * @param root the folder below which the files of the Mac are
 * @param simulated the release of the simulated Mac to use
 * @param simulatedFrom the table of what the kernel of the simulated Mac holds
 * @param mac the folder in which the simulated Mac to use stands
 * @param timeout how long each command may take
 * @param record the file to write what is asked of the Mac and what it answers
 * @param journal the file that remembers what is owed
 * @param loudness how much is said beside the answer
 */
public record GlobalOptions(
    Format format,
    Optional<Path> root,
    Optional<MacOsVersion> simulated,
    Optional<Path> simulatedFrom,
    Optional<Path> mac,
    Optional<Duration> timeout,
    Optional<Path> record,
    Optional<Path> journal,
    Loudness loudness) {

  /** The same with a recording of every command. */
  public GlobalOptions recordingTo(Path file) {
    return new GlobalOptions(
        format, root, simulated, simulatedFrom, mac, timeout, Optional.of(file), journal, loudness);
  }

  /** Whether one of them chooses a Mac, or the files of one. */
  public boolean choosesMac() {
    return root.isPresent()
        || simulated.isPresent()
        || simulatedFrom.isPresent()
        || mac.isPresent();
  }

  private static final String JSON = "--json";
  private static final String ROOT = "--root";
  private static final String SIMULATE = "--simulate";
  private static final String SIMULATE_FROM = "--simulate-from";
  private static final String MAC = "--mac";
  private static final String TIMEOUT = "--timeout";
  private static final String RECORD = "--record";
  private static final String JOURNAL = "--journal";
  private static final String QUIET = "--quiet";
  private static final String VERBOSE = "--verbose";

  /** The options about programs that run on a Mac. */
  static final Set<String> OF_RUNNING = Set.of(SIMULATE, SIMULATE_FROM, TIMEOUT);

  /** The options that choose a Mac, and those about programs that run there. */
  static final Set<String> OF_A_MAC = Set.of(ROOT, SIMULATE, SIMULATE_FROM, MAC, TIMEOUT);

  /** Adds them all; those that mean nothing to a verb are understood, and not shown in its help. */
  static void addTo(CommandSpec spec, Set<String> meaningless) {
    for (OptionSpec option : all()) {
      boolean isHidden = meaningless.contains(option.longestName());
      spec.addOption(isHidden ? OptionSpec.builder(option).hidden(true).build() : option);
    }
  }

  private static List<OptionSpec> all() {
    return List.of(
        flag(JSON, "Answer in JSON, one object a line."),
        value(
            ROOT,
            "DIR",
            "The files of the Mac are below DIR instead of /. A simulated Mac gets a copy: of the"
                + " folders for extensions, and of the bundles that are named."),
        value(
            SIMULATE,
            "RELEASE",
            "Use a simulated Mac of this release, 10.6 to 27. It lives as long as the"
                + " command."),
        value(
            SIMULATE_FROM,
            "TABLE",
            "Use a simulated Mac whose kernel holds what this table of kextstat shows. Its release"
                + " is that of --simulate, or else the one of com.apple.kpi.bsd in the table."),
        value(
            MAC,
            "DIR",
            "Use the simulated Mac that stands in DIR, as \"mac new\" makes it, and keeps its state"
                + " there."),
        value(
            TIMEOUT,
            "DURATION",
            "Stop each command that takes longer: 500ms, 30s, 2m. Default: 30s for a look, 3m for a"
                + " load, 1m for an unload."),
        flag(QUIET, "Say the answer in one line, and nothing beside it but failures."),
        flag(
            VERBOSE,
            "Say on standard error which commands a change ran, and where a fault of kextm was."),
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("Show this help.")
            .build());
  }

  static OptionSpec recordOption() {
    return value(
        RECORD,
        "FILE",
        "Write each command that runs, and what comes back, to this new file, without the names of"
            + " user and machine. It is how new facts reach us: docs/recordings.md.");
  }

  static OptionSpec journalOption() {
    return value(
        JOURNAL,
        "FILE",
        "Remember in this file, through crashes and restarts, what is owed and what is under way;"
            + " kextm owed tells it.");
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /**
   * Without functions as arguments, each of which would cost a short command half a millisecond.
   */
  static GlobalOptions of(Words words) {
    if (words.has(MAC) && (words.has(SIMULATE) || words.has(SIMULATE_FROM) || words.has(ROOT))) {
      throw new UsageException(
          "--mac names a Mac that has its own files, release and kernel: --simulate,"
              + " --simulate-from and --root have no place beside it.");
    }
    return new GlobalOptions(
        words.has(JSON) ? Format.JSON : Format.TEXT,
        words.has(ROOT)
            ? Optional.of(path(ROOT, words).toAbsolutePath().normalize())
            : Optional.empty(),
        words.has(SIMULATE) ? Optional.of(release(words.text(SIMULATE))) : Optional.empty(),
        words.has(SIMULATE_FROM) ? Optional.of(path(SIMULATE_FROM, words)) : Optional.empty(),
        words.has(MAC) ? Optional.of(path(MAC, words)) : Optional.empty(),
        words.has(TIMEOUT)
            ? Optional.of(DurationText.parse(words.text(TIMEOUT)))
            : Optional.empty(),
        words.has(RECORD) ? Optional.of(path(RECORD, words)) : Optional.empty(),
        words.has(JOURNAL) ? Optional.of(path(JOURNAL, words)) : Optional.empty(),
        loudness(words));
  }

  private static Path path(String option, Words words) {
    String text = words.text(option);
    if (text.isEmpty()) {
      throw new UsageException(option + " needs the name of a file or a folder, not \"\".");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": \"" + text + "\" is no path: " + e.getReason() + ".");
    }
  }

  private static Loudness loudness(Words words) {
    if (words.has(QUIET) && words.has(VERBOSE)) {
      throw new UsageException("--quiet and --verbose contradict each other.");
    }
    if (words.has(QUIET)) {
      return Loudness.QUIET;
    }
    return words.has(VERBOSE) ? Loudness.VERBOSE : Loudness.NORMAL;
  }

  private static MacOsVersion release(String text) {
    try {
      return MacOsVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(SIMULATE + ": " + e.getMessage());
    }
  }
}
