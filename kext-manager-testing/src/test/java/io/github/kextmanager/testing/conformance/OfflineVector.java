package io.github.kextmanager.testing.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.testing.program.Program;
import java.nio.file.Path;
import java.util.List;

/** One run of kextlibs or kextfind, as root. */
record OfflineVector(JsonObject run) {
  private static final int ROOT = 0;

  /** A name for a failing run. */
  String name() {
    return run.get("argv").toString();
  }

  ToolRun ours(Program program) {
    return comparable(
        ToolRun.of(
            program,
            run.get("tool").getAsString(),
            ToolVectors.strings(run, "argv"),
            ROOT,
            Path.of(
                run.has("workingDirectory") ? run.get("workingDirectory").getAsString() : "/")));
  }

  ToolRun apples(String kextToolsTag) {
    return comparable(ToolRun.of(result(kextToolsTag)));
  }

  private JsonObject result(String kextToolsTag) {
    return run.getAsJsonArray("results").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(result -> result.getAsJsonArray("sources").toString().contains(kextToolsTag))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The order of lines does not count where it is that of hash tables, nor the status where it is
   * that of the Linux build (a Boolean of one bit in which 64, 66 and 77 become 1).
   */
  private ToolRun comparable(ToolRun whole) {
    boolean isStatusWrong =
        run.getAsJsonArray("results").asList().stream()
            .anyMatch(result -> result.getAsJsonObject().has("exitCodeArtefact"));
    return new ToolRun(
        lines(whole.stdout()), lines(whole.stderr()), isStatusWrong ? -1 : whole.exitCode());
  }

  private String lines(String text) {
    return run.has("lineOrderUnspecified")
        ? String.join("\n", List.of(text.split("\n", -1)).stream().sorted().toList())
        : text;
  }
}
