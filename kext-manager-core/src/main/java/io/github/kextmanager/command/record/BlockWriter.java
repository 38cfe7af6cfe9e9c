package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.command.Termination.TimedOut;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Formats the blocks of a recording; every text goes through the redactor on its way. */
final class BlockWriter {
  private final Redactor redactor;

  BlockWriter(Redactor redactor) {
    this.redactor = redactor;
  }

  String header(RecordingHeader header) {
    var block = new StringBuilder();
    line(block, Syntax.FIRST_LINE);
    field(block, Syntax.TOOL, redactor.text(header.tool()));
    field(block, Syntax.JAVA, redactor.text(header.java()));
    field(block, Syntax.STARTED, header.started().toString());
    header.release().ifPresent(release -> field(block, Syntax.RELEASE, release.toString()));
    header
        .architecture()
        .ifPresent(architecture -> field(block, Syntax.ARCHITECTURE, architecture.name()));
    return end(block);
  }

  String asked(int number, Duration at, CommandLine command) {
    redactor.learnFrom(command);
    var block = new StringBuilder("\n");
    line(block, "[" + number + "] " + Syntax.ASKED);
    line(block, Syntax.AT + " " + Milliseconds.of(at));
    line(block, Syntax.DEADLINE + " " + Milliseconds.of(command.timeout()));
    if (command.outputLimitBytes() != Syntax.IMPLIED_LIMIT) {
      line(block, Syntax.LIMIT + " " + command.outputLimitBytes() + " bytes");
    }
    if (!command.workingDirectory().toString().equals(Syntax.IMPLIED_FOLDER)) {
      field(block, Syntax.FOLDER, redactor.text(command.workingDirectory().toString()));
    }
    environment(block, command.environment());
    redactor.argv(command.argv()).forEach(word -> field(block, Syntax.WORD, word));
    return end(block);
  }

  private void environment(StringBuilder block, Map<String, String> environment) {
    if (environment.equals(Syntax.IMPLIED_ENVIRONMENT)) {
      return;
    }
    if (environment.isEmpty()) {
      line(block, Syntax.NO_ENVIRONMENT);
    }
    new TreeMap<>(environment)
        .forEach(
            (name, value) ->
                field(
                    block,
                    Syntax.VARIABLE,
                    redactor.text(name) + "=" + redactor.variable(name, value)));
  }

  String answered(int number, RecordedAnswer answer) {
    var block = new StringBuilder("\n");
    line(block, "[" + number + "] " + Syntax.ANSWERED);
    line(block, Syntax.AFTER + " " + Milliseconds.of(answer.elapsed()));
    if (answer instanceof RecordedAnswer.Ended ended) {
      stream(block, Syntax.STDOUT, ended.stdout());
      stream(block, Syntax.STDERR, ended.stderr());
      line(block, termination(ended.termination()));
    } else if (answer instanceof RecordedAnswer.NotStarted notStarted) {
      field(block, Syntax.NOT_STARTED, redactor.text(notStarted.reason()));
    } else if (answer instanceof RecordedAnswer.Interrupted interrupted) {
      line(block, Syntax.INTERRUPTED + " " + KillText.of(interrupted.kill()));
    } else if (answer instanceof RecordedAnswer.Failed failed) {
      field(block, Syntax.FAILED, redactor.text(failed.failure()));
    }
    return end(block);
  }

  private void stream(StringBuilder block, String key, CapturedOutput output) {
    String text = redactor.output(output);
    int from = 0;
    while (from < text.length()) {
      int lineEnd = text.indexOf('\n', from);
      int to = lineEnd < 0 ? text.length() : lineEnd;
      field(block, key, text.substring(from, to));
      from = to + 1;
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      line(block, key + Syntax.UNENDED);
    }
    if (output.truncated()) {
      line(block, key + Syntax.TRUNCATED);
    }
  }

  private static String termination(Termination termination) {
    if (termination instanceof Exited exited) {
      return Syntax.EXIT + " " + exited.status();
    }
    if (termination instanceof Signalled signalled) {
      return Syntax.SIGNAL + " " + signalled.signal();
    }
    TimedOut timedOut = (TimedOut) termination;
    return "%s %s, %s"
        .formatted(
            Syntax.TIMED_OUT, Milliseconds.of(timedOut.limit()), KillText.of(timedOut.kill()));
  }

  private static void field(StringBuilder block, String key, String text) {
    String escaped = EscapedText.escape(text);
    line(block, escaped.isEmpty() ? key + "|" : key + "| " + escaped);
  }

  private static void line(StringBuilder block, String line) {
    block.append(line).append('\n');
  }

  private static String end(StringBuilder block) {
    return block.append(Syntax.END).append('\n').toString();
  }
}
