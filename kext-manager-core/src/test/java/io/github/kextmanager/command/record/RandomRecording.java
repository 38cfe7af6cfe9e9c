package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.KillReport.Outcome;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.command.Termination.TimedOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Commands and results of every kind, with texts that are made to be misread. */
final class RandomRecording {
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "a",
          "end",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\\",
          "\\n",
          "|",
          "out| x",
          "\u001b[31m",
          "[2] asked",
          "closed",
          "# no comment",
          "\u00e9",
          "e\u0301",
          "\u202e",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ufffd",
          "\u0085",
          "\u2028",
          "<user>",
          "kext-manager recording 1",
          "\u007f",
          "\ufeff",
          ": no final newline",
          "}",
          "\\u{41}");

  private final Random random;

  RandomRecording(long seed) {
    this.random = new Random(seed);
  }

  CommandLine command() {
    return new CommandLine(
        Path.of("/" + word().replace("\0", "").replaceAll("[^ -~]", "x")),
        Stream.generate(this::word).limit(random.nextInt(4)).toList(),
        random.nextBoolean()
            ? CommandLine.DEFAULT_ENVIRONMENT
            : Map.of("V" + random.nextInt(), word()),
        Path.of(random.nextBoolean() ? "/" : "/tmp"),
        Duration.ofNanos(1 + random.nextInt(Integer.MAX_VALUE)),
        random.nextInt(Integer.MAX_VALUE));
  }

  CommandResult result(CommandLine command) {
    return new CommandResult(
        command,
        termination(command),
        output(),
        output(),
        Duration.ofNanos(random.nextInt(1 << 30)));
  }

  private Termination termination(CommandLine command) {
    return switch (random.nextInt(4)) {
      case 0 -> new Exited(random.nextInt(256));
      case 1 -> new Signalled(random.nextInt(32));
      case 2 -> new TimedOut(command.timeout(), new KillReport(Outcome.TERMINATED, List.of()));
      default ->
          new TimedOut(
              command.timeout(),
              new KillReport(Outcome.SURVIVED, List.of((long) random.nextInt(99999))));
    };
  }

  private CapturedOutput output() {
    return new CapturedOutput(
        word() + (random.nextBoolean() ? "\0" : "") + word(), random.nextBoolean());
  }

  private String word() {
    var word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return word.toString();
  }
}
