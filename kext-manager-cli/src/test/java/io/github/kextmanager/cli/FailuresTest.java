package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.model.QueryFailedException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          new PrintStream(err, true, UTF_8));

  @Test
  void a_look_that_failed_shows_what_the_tool_said() {
    var failure = new QueryFailedException("kextstat failed.", List.of("first", "second"));

    assertThat(Failures.report(failure, Format.TEXT, console)).isEqualTo(ExitStatus.UNKNOWN);
    assertThat(err.toString(UTF_8))
        .isEqualTo("kextm: kextstat failed.\nkextm:   | first\nkextm:   | second\n");
  }
}
