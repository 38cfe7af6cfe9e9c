package io.github.kextmanager.testing.ondisk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs shell scripts in processes of their own, with the folder of a Mac in {@code $MAC}. */
final class Shell {
  private static final long PATIENCE_MINUTES = 5;

  private final Path mac;
  private final Path scratch;

  /** What came back. */
  record Ran(int status, String out, String err) {}

  Shell(Path mac, Path scratch) {
    this.mac = mac;
    this.scratch = scratch;
  }

  Ran run(String script) {
    return run(script, Map.of());
  }

  Ran run(String script, Map<String, String> environment) {
    return run(List.of("/bin/sh", "-c", script), environment);
  }

  Ran run(List<String> command, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile(scratch, "out", "");
      Path err = Files.createTempFile(scratch, "err", "");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(scratch.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("MAC", mac.toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
      return new Ran(
          process.exitValue(),
          new String(Files.readAllBytes(out), UTF_8),
          new String(Files.readAllBytes(err), UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
