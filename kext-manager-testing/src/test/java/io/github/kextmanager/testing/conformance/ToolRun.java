package io.github.kextmanager.testing.conformance;

import com.google.gson.JsonObject;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a tool printed and its exit status, Apple's or ours. */
record ToolRun(String stdout, String stderr, int exitCode) {
  static ToolRun of(JsonObject result) {
    return new ToolRun(
        result.get("stdout").getAsString(),
        result.get("stderr").getAsString(),
        result.get("exitCode").getAsInt());
  }

  static ToolRun of(Program program, String name, List<String> arguments, int uid) {
    return of(program, name, arguments, uid, Path.of("/"));
  }

  static ToolRun of(
      Program program, String name, List<String> arguments, int uid, Path workingDirectory) {
    var stdout = new OutputStreamText();
    var stderr = new OutputStreamText();
    int status =
        program.run(
            new Invocation(name, arguments, Map.of(), uid, workingDirectory, stdout, stderr));
    return new ToolRun(stdout.text(), stderr.text(), status);
  }
}
