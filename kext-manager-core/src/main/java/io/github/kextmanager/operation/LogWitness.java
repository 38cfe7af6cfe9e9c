package io.github.kextmanager.operation;

import io.github.kextmanager.classify.Classifier;
import io.github.kextmanager.classify.Transcript;
import io.github.kextmanager.classify.Transcript.Passage;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.log.KextLog;
import io.github.kextmanager.log.LogLine;
import io.github.kextmanager.log.LogReading;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.Subject;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log of the Mac says of one change. It is asked when the first kext needs it, and once.
 *
 * <p>For one change on one thread.
 */
final class LogWitness {
  private static final int MOST_LINES = 100;

  private final Mac mac;
  private final MacOsVersion release;
  private final Commands commands;
  private final Instant since;
  private @Nullable LogReading reading;

  private LogWitness(Mac mac, MacOsVersion release, Commands commands, Instant since) {
    this.mac = mac;
    this.release = release;
    this.commands = commands;
    this.since = since;
  }

  /** The witness of the change that is about to be made. */
  static LogWitness from(Mac mac, MacOsVersion release, Commands commands) {
    return new LogWitness(mac, release, commands, mac.clock().instant());
  }

  /**
   * What the log says of a kext, with its lines as evidence; empty if it is not to be asked. That
   * it could not be read is evidence too.
   */
  Optional<Verdict> on(Subject subject) {
    if (mac.kernelLog() == KernelLogUse.NEVER) {
      return Optional.empty();
    }
    LogReading all = reading();
    List<Evidence> lines = new ArrayList<>();
    int number = 0;
    for (LogLine line : all.lines()) {
      for (String text : line.text().lines().toList()) {
        number++;
        if (subject.isNamedIn(line.text())) {
          lines.add(new Evidence(Evidence.Source.LOG, number, text));
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    remarks(all, lines.size() - evidence.size())
        .forEach(remark -> evidence.add(new Evidence(Evidence.Source.LOG, 0, remark)));
    return Optional.of(new Classifier().classify(transcript(lines)).withEvidence(evidence));
  }

  /** What else is to be known of the log, and of the lines that are not kept. */
  private static Stream<String> remarks(LogReading all, int leftOut) {
    Stream<String> more =
        leftOut == 0
            ? Stream.empty()
            : Stream.of("%d more lines of the log name it.".formatted(leftOut));
    return Stream.concat(more, all.problem().stream());
  }

  private static Transcript transcript(List<Evidence> lines) {
    String text = String.join("\n", lines.stream().map(Evidence::text).toList());
    return Transcript.of(List.of(new Passage(Evidence.Source.LOG, text)));
  }

  private LogReading reading() {
    if (reading == null) {
      reading = read();
    }
    return reading;
  }

  /**
   * The change has been made: an interrupt may keep what the log says back, and not the outcome.
   */
  private LogReading read() {
    try {
      return new KextLog(this::run, mac.root(), release, mac.clock())
          .since(since, mac.deadlines().log());
    } catch (CommandInterruptedException interrupted) {
      return new LogReading(List.of(), Optional.of(String.valueOf(interrupted.getMessage())));
    }
  }

  private CommandResult run(CommandLine command) {
    return commands.runAsCaller(command);
  }
}
