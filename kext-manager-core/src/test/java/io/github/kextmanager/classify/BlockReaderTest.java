package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReaderTest {
  private static final String MESSAGE = "Loading extension(s): com.acme.Gadget requires a reboot";
  private static final String LINE = "nothing of interest happened in this line of the log\r\n";

  private static Verdict read(String text) throws IOException {
    return new Classifier().classify(Transcript.ofText(""), new StringReader(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-32_900, -16_500, -16_400, -16_384, -16_300, -300, -30, 0, 30})
  void a_message_where_blocks_meet_is_found_once_and_with_its_line(int shift) throws IOException {
    int lines = (BlockReader.SIZE + shift) / LINE.length();
    String text = LINE.repeat(lines) + MESSAGE + "\n" + LINE.repeat(40_000);

    Verdict verdict = read(text);

    assertThat(verdict.category()).isEqualTo(Category.REBOOT_REQUIRED);
    assertThat(verdict.evidence())
        .containsExactly(new Evidence(Evidence.Source.TEXT, lines + 1, MESSAGE));
  }

  @Test
  void a_text_means_the_same_in_blocks_as_in_one_piece() throws IOException {
    String text = (LINE.repeat(9_000) + MESSAGE + " for\n").repeat(5) + LINE;

    assertThat(read(text)).isEqualTo(new Classifier().classify(Transcript.ofText(text)));
  }

  @Test
  void of_a_text_that_nobody_knows_the_first_and_the_last_lines_are_kept() throws IOException {
    Verdict verdict = read(LINE.repeat(70_000));

    assertThat(verdict.category()).isEqualTo(Category.UNKNOWN);
    assertThat(verdict.evidence()).hasSize(100);
    assertThat(verdict.evidence().get(49).line()).isEqualTo(50);
    assertThat(verdict.evidence().get(50).line()).isEqualTo(69_951);
    assertThat(verdict.evidence().get(99).line()).isEqualTo(70_000);
  }

  @Test
  void a_text_that_breaks_off_is_an_error_and_not_a_verdict() {
    var broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int start, int length) throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> new Classifier().classify(Transcript.ofText(""), broken))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }
}
