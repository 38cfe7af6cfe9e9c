package io.github.kextmanager.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of our own, of every form that people paste, are read as the table beside them says. */
class OwnTranscriptsTest {
  private static final Classifier CLASSIFIER = new Classifier();
  private static final String FACT = "fact ";

  /** A text and its right answer. */
  private record Case(
      String name,
      String tool,
      String exit,
      List<String> categories,
      List<String> details,
      String text) {
    static Case of(String header, String text) {
      List<String> columns = Stream.of(header.split("\\|", -1)).map(String::strip).toList();
      return new Case(
          columns.get(0),
          columns.get(1),
          columns.get(2),
          List.of(columns.get(3).split("\\+")),
          columns.get(4).isEmpty() ? List.of() : List.of(columns.get(4).split("; ")),
          text);
    }

    Verdict verdict() {
      Transcript transcript = Transcript.ofText(text);
      if (!tool.equals("-")) {
        transcript = transcript.by(ToolName.valueOf(tool.toUpperCase(Locale.ROOT)));
      }
      return CLASSIFIER.classify(
          exit.equals("-") ? transcript : transcript.endingWith(Integer.parseInt(exit)));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(OwnTranscriptsTest.class.getResourceAsStream("transcripts.txt"))) {
      List<Case> cases = new ArrayList<>();
      String all = new String(stream.readAllBytes(), UTF_8);
      for (String part : all.substring(all.indexOf("\n== ") + 4).split("\n== ", -1)) {
        String[] headerAndText = part.split("\n", 2);
        cases.add(Case.of(headerAndText[0], headerAndText.length == 1 ? "" : headerAndText[1]));
      }
      return cases;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_text_means_what_the_table_says(Case one) {
    Verdict verdict = one.verdict();

    assertThat(verdict.category().name()).isEqualTo(one.categories().get(0));
    assertThat(verdict.also())
        .extracting(Enum::name)
        .containsExactlyElementsOf(one.categories().subList(1, one.categories().size()));
    one.details().forEach(detail -> check(detail, verdict));
    if (one.details().stream().noneMatch(detail -> detail.startsWith("culprit="))) {
      assertThat(verdict.culprit()).isEmpty();
    }
  }

  private static void check(String detail, Verdict verdict) {
    String name = detail.substring(0, detail.indexOf('='));
    List<String> values = List.of(detail.substring(detail.indexOf('=') + 1).split(",", -1));
    assertThat(said(name, verdict)).as(name).containsExactlyInAnyOrderElementsOf(values);
  }

  private static List<String> said(String name, Verdict verdict) {
    return switch (name) {
      case "ids" -> texts(verdict.identifiers().stream());
      case "culprit" -> texts(verdict.culprit().stream());
      case "os" -> texts(verdict.osReturn().stream());
      case "km" -> texts(verdict.kmErrorCode().stream().boxed());
      case "teams" -> texts(verdict.teamIdentifiers().stream());
      case "symbols" -> verdict.symbols();
      case "paths" -> verdict.paths();
      case "holders" ->
          texts(
              verdict.holders().stream()
                  .map(holder -> holder.className() + ":" + holder.instances()));
      case "cs" -> texts(verdict.signatureErrors().stream());
      case "lines" -> texts(verdict.evidence().stream().map(Evidence::line));
      default ->
          name.startsWith(FACT)
              ? texts(
                  verdict.facts().stream()
                      .filter(fact -> fact.name().equals(name.substring(FACT.length())))
                      .map(fact -> fact.value()))
              : fail("No such detail: " + name);
    };
  }

  private static List<String> texts(Stream<?> values) {
    return values.map(Object::toString).toList();
  }

  @Test
  void there_are_enough_of_them() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(150);
  }
}
