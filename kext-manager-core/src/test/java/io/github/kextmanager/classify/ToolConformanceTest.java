package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.conformance.ConformanceVectors;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What Apple's own tools printed is read as they meant it: their exit status is the witness. */
class ToolConformanceTest {
  private static final Classifier CLASSIFIER = new Classifier();

  private record Run(ToolName tool, JsonObject vector, JsonObject result) {
    List<String> argv() {
      return strings(vector.getAsJsonArray("argv"));
    }

    String stderr() {
      return result.get("stderr").getAsString();
    }

    int status() {
      return result.get("exitCode").getAsInt();
    }

    MacOsVersion release() {
      String source = strings(result.getAsJsonArray("sources")).get(0);
      if (source.startsWith("kext_tools-268.13.1 ")) {
        return MacOsVersion.parse("10.8");
      }
      return MacOsVersion.parse(source.startsWith("kext_tools-502.60.2 ") ? "10.13" : "10.15");
    }

    boolean asksForHelp() {
      return argv().contains("-h") || argv().contains("-help");
    }

    Verdict verdict() {
      return CLASSIFIER.classify(
          Transcript.of(
              tool,
              release(),
              new CommandResult(
                  CommandLine.of(Path.of(tool.path()), argv()),
                  new Termination.Exited(status()),
                  CapturedOutput.of(result.get("stdout").getAsString()),
                  CapturedOutput.of(stderr()),
                  Duration.ZERO)));
    }

    @Override
    public String toString() {
      return "%s %s: status %d, %s".formatted(tool, argv(), status(), stderr());
    }

    private static List<String> strings(JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .map(JsonElement::getAsString)
          .toList();
    }
  }

  private static List<Run> runs(ToolName tool) {
    return ConformanceVectors.read("tools/" + tool.name().toLowerCase(Locale.ROOT) + ".jsonl")
        .stream()
        .flatMap(
            vector ->
                StreamSupport.stream(vector.getAsJsonArray("results").spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(result -> result.has("exitCode"))
                    .map(result -> new Run(tool, vector, result)))
        .filter(run -> !run.asksForHelp())
        .toList();
  }

  private static Stream<Run> runsWithStatus(ToolName tool, int... statuses) {
    Set<Integer> wanted = Set.copyOf(Arrays.stream(statuses).boxed().toList());
    return runs(tool).stream().filter(run -> wanted.contains(run.status()));
  }

  @Test
  void every_success_is_one() {
    assertThat(runsWithStatus(ToolName.KEXTLOAD, 0))
        .hasSizeGreaterThan(30)
        .allSatisfy(run -> assertThat(run.verdict().category()).isEqualTo(Category.OK_LOADED));
    assertThat(runsWithStatus(ToolName.KEXTUNLOAD, 0))
        .hasSizeGreaterThan(10)
        .allSatisfy(run -> assertThat(run.verdict().category()).isEqualTo(Category.OK_UNLOADED));
    assertThat(runsWithStatus(ToolName.KEXTUTIL, 0))
        .hasSizeGreaterThan(500)
        .allSatisfy(run -> assertThat(run.verdict().category()).isEqualTo(Category.OK_VALID));
  }

  @Test
  void every_failure_that_says_something_has_a_reason() {
    assertThat(
            Stream.of(
                    runsWithStatus(ToolName.KEXTLOAD, 6, 71, 77),
                    runsWithStatus(ToolName.KEXTUNLOAD, 2, 3, 77),
                    runsWithStatus(ToolName.KEXTUTIL, 2, 4, 5, 6, 77))
                .flatMap(runs -> runs)
                .filter(run -> !run.stderr().isBlank())
                // It may still be loaded later: neither a success nor a refusal.
                .filter(run -> !run.stderr().contains("operation deferred")))
        .hasSizeGreaterThan(400)
        .allSatisfy(
            run ->
                assertThat(run.verdict().category())
                    .isNotEqualTo(Category.UNKNOWN)
                    .matches(category -> category.reason().isPresent()));
  }

  @Test
  void every_complaint_about_options_is_unknown() {
    assertThat(
            Stream.of(ToolName.KEXTLOAD, ToolName.KEXTUNLOAD, ToolName.KEXTUTIL)
                .flatMap(tool -> runsWithStatus(tool, 64)))
        .hasSizeGreaterThan(50)
        .allSatisfy(run -> assertThat(run.verdict().category()).isEqualTo(Category.UNKNOWN));
  }

  @Test
  void every_code_that_the_kernel_or_kextd_answered_is_told_by_its_text() {
    assertThat(
            Stream.of(ToolName.KEXTLOAD, ToolName.KEXTUNLOAD)
                .flatMap(tool -> runs(tool).stream())
                .filter(run -> run.stderr().contains("(libkern/kext)")))
        .hasSizeGreaterThan(100)
        .allSatisfy(run -> assertThat(run.verdict().osReturn()).isPresent());
    assertThat(
            runs(ToolName.KEXTLOAD).stream()
                .filter(run -> run.vector().get("kextdAnswers").isJsonObject())
                .filter(run -> run.stderr().contains("(libkern/")))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            run ->
                assertThat(run.verdict().osReturn())
                    .contains(codeOf(run.vector().getAsJsonObject("kextdAnswers"))));
  }

  private static OsReturn codeOf(JsonObject answer) {
    return new OsReturn(Long.decode(answer.get("code").getAsString()).intValue());
  }
}
