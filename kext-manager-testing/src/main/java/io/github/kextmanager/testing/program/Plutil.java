package io.github.kextmanager.testing.program;

import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.UnreadablePlistException;
import io.github.kextmanager.testing.disk.Disk;
import java.util.List;
import java.util.Optional;

/** {@code /usr/bin/plutil}, as far as {@code [-lint] [-s] FILE...}. */
public final class Plutil implements Program {
  private final Disk disk;

  /**
   * The program.
   *
   * @param disk the files of the Mac
   */
  public Plutil(Disk disk) {
    this.disk = disk;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    int first = 0;
    boolean silent = false;
    while (first < words.size() && words.get(first).startsWith("-")) {
      String option = words.get(first++);
      if (option.equals("--")) {
        break;
      }
      if (!option.equals("-lint") && !option.equals("-s")) {
        invocation
            .stderr()
            .println("plutil: the simulated Mac does not know the option %s".formatted(option));
        return 1;
      }
      silent |= option.equals("-s");
    }
    int status = first < words.size() ? ExitStatus.OK : 1;
    if (first == words.size()) {
      invocation.stderr().println("No files specified.");
    }
    for (String file : words.subList(first, words.size())) {
      Optional<String> problem = problem(invocation, file);
      if (problem.isPresent()) {
        status = 1;
        invocation.stderr().println(file + ": " + problem.get());
      } else if (!silent) {
        invocation.stdout().println(file + ": OK");
      }
    }
    return status;
  }

  private Optional<String> problem(Invocation invocation, String file) {
    try {
      Optional<byte[]> bytes = disk.read(invocation.absolute(file));
      if (bytes.isEmpty()) {
        return Optional.of("file does not exist or is not readable or is not a regular file");
      }
      PlistReader.read(bytes.get());
      return Optional.empty();
    } catch (UnreadablePlistException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
