package io.github.kextmanager.testing.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of a program. */
public record ProgramRun(int status, String stdout, String stderr) {
  /** As root. */
  public static ProgramRun of(Program program, String... words) {
    return of(program, 0, words);
  }

  /** As somebody. */
  public static ProgramRun of(Program program, int uid, String... words) {
    var stdout = new OutputStreamText();
    var stderr = new OutputStreamText();
    int status =
        program.run(
            new Invocation(
                "/bin/program", List.of(words), Map.of(), uid, Path.of("/"), stdout, stderr));
    return new ProgramRun(status, stdout.text(), stderr.text());
  }

  /** The lines of standard output. */
  public List<String> lines() {
    return stdout.lines().toList();
  }
}
