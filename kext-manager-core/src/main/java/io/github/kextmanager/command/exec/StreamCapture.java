package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CapturedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One output stream of a process, read without ever blocking, and kept up to a limit.
 *
 * <p>Never blocks, because a pipe ends only when every process that holds it has closed it, and a
 * reader that waits for the end waits for strangers. Beyond the limit it goes on reading, so that
 * the process does not stall.
 */
final class StreamCapture {
  private final InputStream stream;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean truncated;

  StreamCapture(InputStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
  }

  /**
   * Reads what is there at this moment, and no more, so that a process that never ceases to write
   * does not hold us.
   *
   * @return whether there was anything
   */
  boolean readAvailable(byte[] buffer) {
    try {
      int available = stream.available();
      for (int left = available; left > 0; ) {
        int count = stream.read(buffer, 0, Math.min(left, buffer.length));
        if (count <= 0) {
          break;
        }
        keep(buffer, count);
        left -= count;
      }
      return available > 0;
    } catch (IOException e) {
      truncated = true;
      return false;
    }
  }

  private void keep(byte[] bytes, int count) {
    int room = Math.min(count, limit - kept.size());
    kept.write(bytes, 0, room);
    truncated |= room < count;
  }

  /** Decoded once and as a whole, so that no character is cut where one read met the next. */
  CapturedOutput captured() {
    return new CapturedOutput(kept.toString(StandardCharsets.UTF_8), truncated);
  }

  void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // Nothing is lost: it has been read.
    }
  }
}
