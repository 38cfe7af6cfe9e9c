package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

class ClassifierFuzzTest {
  private static final Classifier CLASSIFIER = new Classifier();

  @FuzzTest(maxDuration = "60s")
  void any_text_has_a_verdict_with_lines_of_the_text_as_evidence(FuzzedDataProvider data) {
    ToolName tool = data.pickValue(ToolName.values());
    int status = data.consumeInt(0, 255);
    String text = data.consumeRemainingAsString();
    List<String> lines = text.lines().toList();

    Verdict verdict = CLASSIFIER.classify(Transcript.ofText(text).by(tool).endingWith(status));

    assertThat(verdict.identifiers()).containsAll(verdict.culprit().stream().toList());
    assertThat(verdict.also()).doesNotContain(verdict.category()).doesNotHaveDuplicates();
    for (Evidence evidence : verdict.evidence()) {
      assertThat(lines.get(evidence.line() - 1)).contains(evidence.text());
    }
    if (!text.isBlank()) {
      assertThat(verdict.evidence()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void a_text_that_is_read_block_by_block_means_the_same(FuzzedDataProvider data)
      throws IOException {
    String filling = "a line of a log that says nothing\r\n".repeat(data.consumeInt(0, 9_000));
    String text = filling + data.consumeRemainingAsString();

    assertThat(CLASSIFIER.classify(Transcript.ofText(""), new StringReader(text)))
        .isEqualTo(CLASSIFIER.classify(Transcript.ofText(text)));
  }
}
