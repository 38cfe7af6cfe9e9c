package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '$',
      value = {
        "/Library/A B/C.kext ! /Library/A B/C.kext",
        "installd[400]: ./postflight: /Library/A B/C.kext ! /Library/A B/C.kext",
        "stderr from kextload: /A.app/C.kext ! /A.app/C.kext",
        "If you find this error: `x.app/C.kext ! x.app/C.kext",
        "the file '/tmp/C.kext' ! /tmp/C.kext",
        "Example.kext ! Example.kext",
        "com.example.Widget ! com.example.Widget",
      })
  void finds_what_a_line_ends_with(String line, String path) {
    assertThat(PathText.atEndOf(line)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '$',
      value = {
        "/Library/A B/C.kext. ! /Library/A B/C.kext",
        "/tmp/C.kext, will not load ! /tmp/C.kext",
        "'/tmp/C.kext' ! /tmp/C.kext",
        "/tmp/some folder (gone) ! /tmp/some folder",
        "/tmp/some folder ! /tmp/some folder",
        "com.example.Widget and more ! com.example.Widget",
        "/next.text/to.kext/in.it ! /next.text/to.kext",
        "kext from cache: /tmp/C.kext ! kext",
      })
  void finds_what_a_line_begins_with(String line, String path) {
    assertThat(PathText.atStartOf(line)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"", " ' "})
  void finds_nothing_where_there_is_nothing(String line) {
    assertThat(PathText.atEndOf(line)).isEmpty();
    assertThat(PathText.atStartOf(line)).isEmpty();
  }
}
