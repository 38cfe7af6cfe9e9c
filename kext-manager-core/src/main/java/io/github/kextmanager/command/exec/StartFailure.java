package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why a process did not start. The JDK has the same exception, and for a missing program and a
 * missing working directory the same words; so the file system is asked, afterwards.
 */
final class StartFailure {
  private StartFailure() {}

  static String reason(CommandLine command, IOException failure) {
    Path directory = command.workingDirectory();
    if (Files.notExists(directory)) {
      return "its working directory %s does not exist".formatted(directory);
    }
    if (!Files.isDirectory(directory)) {
      return "its working directory %s is not a directory".formatted(directory);
    }
    if (!Files.isExecutable(directory)) {
      return "its working directory %s may not be entered by this user".formatted(directory);
    }
    Path program = command.executable();
    if (Files.notExists(program)) {
      return "there is no such program";
    }
    if (Files.isDirectory(program)) {
      return "it is a directory";
    }
    if (!Files.isExecutable(program)) {
      return "it is not executable by this user";
    }
    return "the operating system said \"%s\"".formatted(rootMessage(failure));
  }

  /** The innermost message is the system's own, such as "error=7, Argument list too long". */
  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
