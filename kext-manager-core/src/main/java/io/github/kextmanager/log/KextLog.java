package io.github.kextmanager.log;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was said about kexts since a moment. From macOS 10.12 on that is asked of {@code log
 * show}, which may take seconds; before, the end of {@code system.log} is read.
 *
 * <p>Immutable and thread-safe, as far as its runner is.
 */
public final class KextLog {
  private static final MacOsVersion SIERRA = MacOsVersion.parse("10.12");
  private static final Path LOG = Path.of("/usr/bin/log");
  private static final Path SYSTEM_LOG = Path.of("private/var/log/system.log");
  private static final int END_OF_SYSTEM_LOG_BYTES = 1 << 18;
  private static final int MOST_BYTES = 4 << 20;

  private static final String ONLY_THE_END =
      "Of /%s the last %d bytes were read, and more may have been said since."
          .formatted(SYSTEM_LOG, END_OF_SYSTEM_LOG_BYTES);

  /** newsyslog(8) puts a log aside when it is large, or at night. */
  private static final String BEGINS_LATER =
      "/%s has no line from before: it may have been rotated since.".formatted(SYSTEM_LOG);

  /** The kernel says much else: of its messages those count in which it calls a kext one. */
  private static final String PREDICATE =
      "(process == \"kernel\" AND (eventMessage CONTAINS \"ext \" OR eventMessage CONTAINS"
          + " \"class\")) OR process == \"kextd\" OR process == \"kernelmanagerd\" OR process =="
          + " \"kernelmanager_helper\" OR process == \"syspolicyd\" OR process == \"kcgend\"";

  private final CommandRunner runner;
  private final Path root;
  private final MacOsVersion release;
  private final InstantSource clock;

  /**
   * The log of a Mac.
   *
   * @param runner runs its programs
   * @param root the folder below which its files are
   * @param release its release
   * @param clock its clock, which says how far back a moment lies
   */
  public KextLog(CommandRunner runner, Path root, MacOsVersion release, InstantSource clock) {
    this.runner = runner;
    this.root = root;
    this.release = release;
    this.clock = clock;
  }

  /**
   * What was said since a moment, to the second before it.
   *
   * @param moment the moment
   * @param deadline how long it may take
   * @return what was found, or why it could not be read
   * @throws CommandInterruptedException if the thread is interrupted
   */
  public LogReading since(Instant moment, Duration deadline) {
    return release.isAtLeast(SIERRA) ? unified(moment, deadline) : legacy(moment);
  }

  private LogReading unified(Instant moment, Duration deadline) {
    var command =
        new CommandLine(
            LOG,
            List.of(
                "show",
                "--style",
                "syslog",
                "--info",
                "--debug",
                "--last",
                minutesSince(moment) + "m",
                "--predicate",
                PREDICATE),
            CommandLine.DEFAULT_ENVIRONMENT,
            Path.of("/"),
            deadline,
            MOST_BYTES);
    try {
      CommandResult result = runner.run(command);
      boolean isLate = result.termination() instanceof Termination.TimedOut;
      if (!result.termination().isSuccess() && !isLate) {
        return LogReading.failed("log show did not answer: " + said(result));
      }
      Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
      return new LogReading(
          SyslogText.read(result.stdout().lines()).stream()
              .filter(line -> line.at().filter(second::isAfter).isEmpty())
              .toList(),
          missing(result));
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException failed) {
      return LogReading.failed("log show could not be run: " + failed.getMessage());
    }
  }

  /** Why there may be more lines than were read. */
  private static Optional<String> missing(CommandResult result) {
    if (result.termination() instanceof Termination.TimedOut late) {
      return Optional.of(
          "log show took more than %d ms, and was stopped.".formatted(late.limit().toMillis()));
    }
    return result.stdout().truncated()
        ? Optional.of("log show printed more than %d bytes.".formatted(MOST_BYTES))
        : Optional.empty();
  }

  /** Not from a time on, which the program takes for local time and we do not know the zone of. */
  private long minutesSince(Instant moment) {
    return Math.max(0, Duration.between(moment, clock.instant()).toMinutes()) + 2;
  }

  private static String said(CommandResult result) {
    return result.stderr().lines().stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("it failed, and said nothing.");
  }

  private LogReading legacy(Instant moment) {
    Path file = root.resolve(SYSTEM_LOG);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long start = Math.max(0, channel.size() - END_OF_SYSTEM_LOG_BYTES);
      ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - start));
      while (end.hasRemaining() && channel.read(end, start + end.position()) >= 0) {
        // Until the file ends.
      }
      String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
      return LegacyLog.read(text, moment).reading(start == 0 ? BEGINS_LATER : ONLY_THE_END);
    } catch (IOException failed) {
      return LogReading.failed(problem(failed));
    }
  }

  /** Without the path here, which is none of the Mac's where its files are below a folder. */
  private static String problem(IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return "There is no /%s.".formatted(SYSTEM_LOG);
    }
    if (failed instanceof AccessDeniedException) {
      return "This user may not read /%s.".formatted(SYSTEM_LOG);
    }
    String reason = failed instanceof FileSystemException known ? known.getReason() : null;
    return "/%s could not be read: %s."
        .formatted(SYSTEM_LOG, reason == null ? "the file system refused" : reason);
  }
}
