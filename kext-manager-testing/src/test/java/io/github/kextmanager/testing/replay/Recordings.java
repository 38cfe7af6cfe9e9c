package io.github.kextmanager.testing.replay;

import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingReader;

/** Recordings written by hand. */
final class Recordings {
  private static final String HEADER =
      """
      kext-manager recording 1
      tool| test 1
      java| 17
      started| 2026-11-22T16:04:49Z
      end
      """;

  private Recordings() {}

  /** A closed recording of some blocks. */
  static Recording of(String... blocks) {
    return RecordingReader.read("test", HEADER + String.join("", blocks) + "closed\n");
  }

  /** A recording that was not closed. */
  static Recording open(String... blocks) {
    return RecordingReader.read("test", HEADER + String.join("", blocks));
  }

  static String asked(int number, String... argv) {
    return "[%d] asked\nat 0 ms\ndeadline 30000 ms\nargv| %s\nend\n"
        .formatted(number, String.join("\nargv| ", argv));
  }

  /** An answer, by the lines between its time and its end. */
  static String answered(int number, String... lines) {
    return "[%d] answered\nafter 35 ms\n%s\nend\n".formatted(number, String.join("\n", lines));
  }
}
