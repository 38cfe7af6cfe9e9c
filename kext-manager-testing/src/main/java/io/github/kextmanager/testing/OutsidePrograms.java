package io.github.kextmanager.testing;

import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The programs of this machine, for a sudo of the Mac: installers let it run {@code cp} and {@code
 * sh}, which no simulated Mac has. One is chosen while the Mac is asked, and started when others
 * may ask it again.
 */
final class OutsidePrograms {
  private @Nullable Chosen chosen;

  /** Finds a program by its path, absolute or against the working directory. */
  Optional<Program> find(String path) {
    Path file = Path.of(path);
    return Files.isExecutable(file) && Files.isRegularFile(file)
        ? Optional.of(invocation -> choose(file, invocation))
        : Optional.empty();
  }

  private int choose(Path file, Invocation invocation) {
    chosen = new Chosen(file, invocation.arguments().size());
    return 0;
  }

  /** What sudo was asked to run, if it was let. */
  Optional<Chosen> chosen() {
    return Optional.ofNullable(chosen);
  }

  /**
   * A program to start.
   *
   * @param program its path
   * @param argumentCount how many of the last words are its arguments
   */
  record Chosen(Path program, int argumentCount) {
    /** Runs it to its end, as root of the Mac, with the words as they were given. */
    int run(List<String> words) {
      List<String> command =
          new ArrayList<>(words.subList(words.size() - argumentCount, words.size()));
      command.add(0, program.toString());
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put(ToolProcess.UID, "0");
      try {
        Process process = builder.start();
        // Who ends sudo ends what it runs.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
      } catch (IOException e) {
        throw new OnDiskMacException("sudo cannot start " + program + ": " + e.getMessage(), e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("Nobody interrupts this thread.", e);
      }
    }
  }
}
