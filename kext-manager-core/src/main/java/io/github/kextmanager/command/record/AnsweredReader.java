package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.command.Termination.TimedOut;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the block of an answer. */
final class AnsweredReader {
  private static final Pattern STATUS = Pattern.compile("-?\\d{1,9}");
  private static final String NEEDS_ENDING =
      "an answer says how it ended: exit, signal, timed-out, not-started, interrupted or failed";

  private AnsweredReader() {}

  /** Reads from the line after the first one of the block to its end. */
  static RecordedAnswer read(RecordingLines lines) {
    lines.require("an answer has the time that it took");
    Duration elapsed = lines.requireValue(Syntax.AFTER, Milliseconds::parse);
    lines.require(NEEDS_ENDING);
    RecordedAnswer answer = answer(elapsed, lines);
    lines.require("a block ends with \"end\"");
    if (!lines.is(Syntax.END)) {
      throw lines.broken("after the ending of a command stands \"end\"");
    }
    return answer;
  }

  private static RecordedAnswer answer(Duration elapsed, RecordingLines lines) {
    if (lines.isField(Syntax.NOT_STARTED)) {
      return new RecordedAnswer.NotStarted(elapsed, lines.field(Syntax.NOT_STARTED));
    }
    if (lines.isField(Syntax.FAILED)) {
      return new RecordedAnswer.Failed(elapsed, lines.field(Syntax.FAILED));
    }
    if (lines.isValue(Syntax.INTERRUPTED)) {
      return new RecordedAnswer.Interrupted(
          elapsed, lines.value(Syntax.INTERRUPTED, KillText::parse));
    }
    CapturedOutput stdout = output(Syntax.STDOUT, lines);
    CapturedOutput stderr = output(Syntax.STDERR, lines);
    return new RecordedAnswer.Ended(elapsed, termination(lines), stdout, stderr);
  }

  private static CapturedOutput output(String key, RecordingLines lines) {
    var text = new StringBuilder();
    while (lines.isField(key)) {
      text.append(lines.field(key)).append('\n');
      lines.require(NEEDS_ENDING);
    }
    if (lines.is(key + Syntax.UNENDED)) {
      if (text.isEmpty()) {
        throw lines.broken("this stands after the last line of a stream");
      }
      text.setLength(text.length() - 1);
      lines.require(NEEDS_ENDING);
    }
    boolean truncated = lines.is(key + Syntax.TRUNCATED);
    if (truncated) {
      lines.require(NEEDS_ENDING);
    }
    return new CapturedOutput(text.toString(), truncated);
  }

  private static Termination termination(RecordingLines lines) {
    if (lines.isValue(Syntax.EXIT)) {
      return new Exited(lines.value(Syntax.EXIT, AnsweredReader::number));
    }
    if (lines.isValue(Syntax.SIGNAL)) {
      return new Signalled(lines.value(Syntax.SIGNAL, AnsweredReader::number));
    }
    if (lines.isValue(Syntax.TIMED_OUT)) {
      return lines.value(Syntax.TIMED_OUT, AnsweredReader::timedOut);
    }
    throw lines.broken(NEEDS_ENDING);
  }

  private static TimedOut timedOut(String text) {
    int comma = text.indexOf(", ");
    if (comma < 0) {
      throw new IllegalArgumentException(
          "a timeout has the deadline, a comma, and what became of the processes");
    }
    return new TimedOut(
        Milliseconds.parse(text.substring(0, comma)), KillText.parse(text.substring(comma + 2)));
  }

  private static int number(String text) {
    if (!STATUS.matcher(text).matches()) {
      throw new IllegalArgumentException("a status or signal is a number");
    }
    return Integer.parseInt(text);
  }
}
