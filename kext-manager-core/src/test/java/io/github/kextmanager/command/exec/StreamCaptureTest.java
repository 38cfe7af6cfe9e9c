package io.github.kextmanager.command.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CapturedOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamCaptureTest {
  private final byte[] buffer = new byte[4];

  @Test
  void keeps_all_that_is_there() {
    StreamCapture capture = capture("ten bytes.", 100);

    assertThat(capture.readAvailable(buffer)).isTrue();
    assertThat(capture.captured()).isEqualTo(CapturedOutput.of("ten bytes."));
  }

  @Test
  void says_when_nothing_was_there() {
    StreamCapture capture = capture("", 100);

    assertThat(capture.readAvailable(buffer)).isFalse();
    assertThat(capture.captured()).isEqualTo(CapturedOutput.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9})
  void keeps_no_more_than_its_limit_and_says_that_it_is_cut(int limit) {
    StreamCapture capture = capture("ten bytes.", limit);

    capture.readAvailable(buffer);

    assertThat(capture.captured())
        .isEqualTo(new CapturedOutput("ten bytes.".substring(0, limit), true));
  }

  @Test
  void is_not_cut_by_an_output_of_just_the_limit() {
    StreamCapture capture = capture("ten bytes.", 10);

    capture.readAvailable(buffer);

    assertThat(capture.captured().truncated()).isFalse();
  }

  @Test
  void reads_what_exceeds_the_limit_all_the_same() throws IOException {
    InputStream stream = new ByteArrayInputStream("ten bytes.".getBytes(UTF_8));

    new StreamCapture(stream, 3).readAvailable(buffer);

    assertThat(stream.available()).isZero();
  }

  @Test
  void does_not_cut_a_character_between_two_reads() {
    StreamCapture capture = capture("abcé", 100);

    capture.readAvailable(buffer);

    assertThat(capture.captured().text()).isEqualTo("abcé");
  }

  @Test
  void never_asks_for_more_than_is_there() {
    InputStream blocking =
        new ByteArrayInputStream("xxx".getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            if (length > available()) {
              throw new AssertionError("a pipe would block here");
            }
            return super.read(bytes, offset, length);
          }
        };
    StreamCapture capture = new StreamCapture(blocking, 100);

    capture.readAvailable(buffer);
    capture.readAvailable(buffer);

    assertThat(capture.captured()).isEqualTo(CapturedOutput.of("xxx"));
  }

  @Test
  void marks_what_it_has_as_cut_when_reading_fails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int available() throws IOException {
            throw new IOException("Bad file descriptor");
          }

          @Override
          public int read() {
            return -1;
          }
        };
    StreamCapture capture = new StreamCapture(broken, 100);

    assertThat(capture.readAvailable(buffer)).isFalse();
    assertThat(capture.captured()).isEqualTo(new CapturedOutput("", true));
  }

  private static StreamCapture capture(String text, int limit) {
    return new StreamCapture(new ByteArrayInputStream(text.getBytes(UTF_8)), limit);
  }
}
