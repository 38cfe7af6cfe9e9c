package io.github.kextmanager.testing;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** What comes back from a command to which something happens while it runs. */
final class FaultyRun {
  /** Nothing in UTF-8 has this byte. */
  private static final byte NO_UTF_8 = (byte) 0xff;

  private static final byte FLOOD = 'x';

  private final CommandLine command;
  private final Execution healthy;
  private final Consumer<Duration> clock;

  /** A run of the program as it should be. */
  @FunctionalInterface
  interface Execution {
    /** Runs to its end, and returns the exit status. */
    int run(OutputStreamText stdout, OutputStreamText stderr);
  }

  /** {@code clock} lets the time of the Mac go on. */
  FaultyRun(CommandLine command, Execution healthy, Consumer<Duration> clock) {
    this.command = command;
    this.healthy = healthy;
    this.clock = clock;
  }

  /** Without a fault, or with one that strikes somewhere else than the run itself. */
  CommandResult undisturbed() {
    return work(new OutputStreamText(), new OutputStreamText());
  }

  private CommandResult work(OutputStreamText stdout, OutputStreamText stderr) {
    int status = healthy.run(stdout, stderr);
    String talk = stdout == stderr ? "" : stderr.text();
    return Reply.exit(status).stdout(stdout.text()).stderr(talk).answer(command);
  }

  CommandResult disturbedBy(Fault.OfCommand fault) {
    if (fault instanceof Fault.Hang hang) {
      doUnlessUndone(hang.work());
      return timeout();
    }
    if (fault instanceof Fault.Slow slow) {
      return after(slow.time());
    }
    if (fault instanceof Fault.SudoHangs) {
      boolean isSudo = command.executable().toString().equals(ToolName.SUDO.path());
      return isSudo ? timeout() : undisturbed();
    }
    if (fault instanceof Fault.Killed killed) {
      doUnlessUndone(killed.work());
      return Reply.signal(killed.signal()).answer(command);
    }
    if (fault instanceof Fault.SilentExit exit) {
      return Reply.exit(exit.status()).answer(command);
    }
    if (fault instanceof Fault.MergedStreams) {
      var both = new OutputStreamText();
      return work(both, both);
    }
    return withOutputDisturbedBy(fault);
  }

  private CommandResult withOutputDisturbedBy(Fault.OfCommand fault) {
    CommandResult whole = undisturbed();
    if (fault instanceof Fault.TruncatedOutput cut) {
      int arriving = Math.min(cut.bytes(), command.outputLimitBytes());
      return with(CappedOutput.of(bytes(whole.stdout()), arriving), whole.stderr(), whole);
    }
    if (fault instanceof Fault.WrongEncoding wrong) {
      return with(
          damaged(whole.stdout(), wrong.position()),
          damaged(whole.stderr(), wrong.position()),
          whole);
    }
    if (fault instanceof Fault.Flood flood) {
      boolean data = flood.stream() == Fault.Stream.STDOUT;
      return with(
          data ? flooded(whole.stdout()) : whole.stdout(),
          data ? whole.stderr() : flooded(whole.stderr()),
          whole);
    }
    return whole;
  }

  private void doUnlessUndone(Fault.Work work) {
    if (work == Fault.Work.DONE) {
      undisturbed();
    }
  }

  private CommandResult timeout() {
    clock.accept(command.timeout());
    CommandResult stopped = Reply.timeout().answer(command);
    return lasting(command.timeout(), stopped);
  }

  private CommandResult after(Duration time) {
    if (time.compareTo(command.timeout()) >= 0) {
      return timeout();
    }
    clock.accept(time);
    return lasting(time, undisturbed());
  }

  private static CommandResult lasting(Duration time, CommandResult result) {
    Termination termination = result.termination();
    return new CommandResult(result.command(), termination, result.stdout(), result.stderr(), time);
  }

  private static CommandResult with(
      CapturedOutput stdout, CapturedOutput stderr, CommandResult whole) {
    return new CommandResult(whole.command(), whole.termination(), stdout, stderr, whole.elapsed());
  }

  private CapturedOutput damaged(CapturedOutput output, int position) {
    byte[] bytes = bytes(output);
    if (bytes.length > 0) {
      bytes[Math.min(position, bytes.length - 1)] = NO_UTF_8;
    }
    return CappedOutput.of(bytes, command.outputLimitBytes());
  }

  private CapturedOutput flooded(CapturedOutput output) {
    byte[] bytes = bytes(output);
    byte[] more = Arrays.copyOf(bytes, Math.max(bytes.length, command.outputLimitBytes()) + 1);
    Arrays.fill(more, bytes.length, more.length, FLOOD);
    return CappedOutput.of(more, command.outputLimitBytes());
  }

  private static byte[] bytes(CapturedOutput output) {
    return output.text().getBytes(StandardCharsets.UTF_8);
  }
}
