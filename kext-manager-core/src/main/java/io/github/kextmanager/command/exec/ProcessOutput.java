package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CapturedOutput;
import java.io.IOException;
import java.io.OutputStream;

/** Both output streams of a process. Its standard input is at its end from the beginning. */
final class ProcessOutput implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 13;

  private final StreamCapture stdout;
  private final StreamCapture stderr;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  ProcessOutput(Process process, int limitBytes) {
    closeStandardInput(process.getOutputStream());
    stdout = new StreamCapture(process.getInputStream(), limitBytes);
    stderr = new StreamCapture(process.getErrorStream(), limitBytes);
  }

  /**
   * Reads what is there. What a process wrote before it ended is there when it has ended: in the
   * pipe, or where the JDK has put it.
   *
   * @return whether there was anything
   */
  boolean readAvailable() {
    boolean fromStdout = stdout.readAvailable(buffer);
    boolean fromStderr = stderr.readAvailable(buffer);
    return fromStdout || fromStderr;
  }

  CapturedOutput stdout() {
    return stdout.captured();
  }

  CapturedOutput stderr() {
    return stderr.captured();
  }

  /**
   * Lets go of the pipes. A process that lives on and writes will be ended by SIGPIPE, where with
   * the pipe open and unread it would hang.
   */
  @Override
  public void close() {
    stdout.close();
    stderr.close();
  }

  private static void closeStandardInput(OutputStream stdin) {
    try {
      stdin.close();
    } catch (IOException e) {
      // Nothing was written, so nothing can be lost.
    }
  }
}
