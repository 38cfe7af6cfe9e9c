package io.github.kextmanager.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets this process say and end as a command of a Mac does. */
final class ProcessEnd {
  private static final String NO_UTF_8 = "\ufffd";
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final int SIGPIPE = 13;
  private static final int OF_SIGNALS = 128;

  /** What a JVM does not let itself be killed by: ILL, TRAP, BUS, FPE, SEGV and PIPE. */
  private static final List<Integer> KEPT_BY_THE_JVM = List.of(4, 5, 7, 8, 11, SIGPIPE);

  private ProcessEnd() {}

  /**
   * Writes what a command has said, and ends as it did. A command that never ended does not end
   * here either, before somebody ends it.
   *
   * @return the status with which to exit
   */
  static int of(CommandResult result) {
    if (result.termination() instanceof Termination.TimedOut) {
      return hang();
    }
    rest(result.elapsed());
    try {
      // What a tool has to say about its work comes before the work in all that is known.
      write(FileDescriptor.err, result.stderr().text());
      write(FileDescriptor.out, result.stdout().text());
    } catch (IOException e) {
      return end(SIGPIPE);
    }
    if (result.termination() instanceof Termination.Exited exited) {
      return exited.status();
    }
    return end(((Termination.Signalled) result.termination()).signal());
  }

  private static void write(FileDescriptor stream, String text) throws IOException {
    if (!text.isEmpty()) {
      new FileOutputStream(stream).write(bytes(text));
    }
  }

  /** What was not UTF-8 has become U+FFFD, which no tool says, and is not UTF-8 again. */
  private static byte[] bytes(String text) {
    String[] parts = text.split(NO_UTF_8, -1);
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        bytes.write(0xff);
      }
      bytes.writeBytes(parts[i].getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Of a command that is slow more time has gone by than on any other. */
  private static void rest(Duration elapsed) {
    if (elapsed.compareTo(AT_ONCE) > 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(elapsed.toMillis());
      } catch (InterruptedException e) {
        throw new IllegalStateException("Nobody interrupts this thread.", e);
      }
    }
  }

  private static int end(int signal) {
    if (!KEPT_BY_THE_JVM.contains(signal)) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(ProcessHandle.current().pid()))
            .start()
            .waitFor();
        TimeUnit.SECONDS.sleep(1);
      } catch (IOException | InterruptedException e) {
        // Then it ends with the status that a shell shows for the signal.
      }
    }
    return OF_SIGNALS + signal;
  }

  private static int hang() {
    while (true) {
      try {
        TimeUnit.DAYS.sleep(1);
      } catch (InterruptedException e) {
        // Nobody ends a command that hangs by asking nicely.
      }
    }
  }
}
