package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class RecordingReaderFuzzTest {
  private static final String HEADER =
      "kext-manager recording 1\ntool| t\njava| 17\nstarted| 2026-11-22T16:04:49Z\nend\n";

  @FuzzTest(maxDuration = "120s")
  void reads_any_text_or_says_what_is_wrong(FuzzedDataProvider data) {
    String beginning = data.consumeBoolean() ? HEADER : "";
    String text = beginning + data.consumeRemainingAsString();

    try {
      Recording recording = RecordingReader.read("fuzz", text);
      assertThat(RecordingReader.read("fuzz", text)).isEqualTo(recording);
      assertThat(recording.commands()).isSortedAccordingTo((a, b) -> a.number() - b.number());
    } catch (UnreadableRecordingException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.getMessage()).startsWith("fuzz, line ").contains(e.rule()).hasSizeLessThan(4000);
    }
  }

  @FuzzTest(maxDuration = "120s")
  void redacts_any_text_once_and_for_all(FuzzedDataProvider data) {
    Redaction redaction = Redaction.recognisable().withUser("jane").withHost("janes-mbp.local");
    String text = data.consumeRemainingAsString();

    String redacted = new Redactor(redaction).text(text);

    assertThat(redacted).doesNotContainPattern("(?<![\\p{L}\\p{N}])jane(?![\\p{L}\\p{N}])");
  }
}
