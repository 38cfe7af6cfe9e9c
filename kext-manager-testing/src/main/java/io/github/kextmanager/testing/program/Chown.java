package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code chown}, which on a Mac is told of users and groups that other systems lack ({@code
 * root:wheel}): with {@code -R}, {@code -f}, {@code -h}, {@code -v} and {@code -P} (file_cmds,
 * chown.c).
 */
public final class Chown implements Program {
  private static final String USAGE =
      """
      usage: chown [-fhnvx] [-R [-H | -L | -P]] owner[:group] file ...
             chown [-fhnvx] [-R [-H | -L | -P]] :group file ...""";

  private final Disk disk;

  /**
   * The program.
   *
   * @param disk the files of the Mac
   */
  public Chown(Disk disk) {
    this.disk = disk;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    int first = 0;
    String options = "";
    while (first < words.size() && words.get(first).startsWith("-")) {
      String option = words.get(first++);
      if (option.equals("--")) {
        break;
      }
      options += option.substring(1);
    }
    if (words.size() - first < 2 || !options.matches("[fhnvxRHLP]*")) {
      invocation.stderr().println(USAGE);
      return 1;
    }
    if (!options.matches("[fhvPR]*")) {
      invocation
          .stderr()
          .println("chown: the simulated Mac does not know one of the options -" + options);
      return 1;
    }
    Optional<NewOwner> owner = NewOwner.parse(words.get(first), invocation.stderr());
    if (owner.isEmpty()) {
      return 1;
    }
    var run = new Run(invocation, owner.get(), options);
    words.subList(first + 1, words.size()).forEach(run::change);
    return run.status;
  }

  private final class Run {
    private final Invocation invocation;
    private final NewOwner owner;
    private final String options;
    private int status = ExitStatus.OK;

    Run(Invocation invocation, NewOwner owner, String options) {
      this.invocation = invocation;
      this.owner = owner;
      this.options = options;
    }

    void change(String word) {
      change(invocation.absolute(word), word);
    }

    private void change(Path path, String name) {
      if (!disk.exists(path)) {
        complain(name, "No such file or directory");
        return;
      }
      if (!invocation.isRoot()) {
        complain(name, "Operation not permitted");
        return;
      }
      if (has("R") && disk.isFolder(path) && !disk.isLink(path)) {
        for (Path entry : disk.list(path)) {
          change(entry, name + "/" + entry.getFileName());
        }
      }
      Owner old = disk.ownership().owner(path);
      try {
        disk.ownership().changeOwner(path, owner.over(old));
      } catch (UncheckedIOException e) {
        complain(name, "Operation not permitted");
        return;
      }
      if (has("v")) {
        invocation.stdout().println(name);
      }
    }

    private boolean has(String option) {
      return options.contains(option);
    }

    private void complain(String name, String reason) {
      if (!has("f")) {
        invocation.stderr().println("chown: %s: %s".formatted(name, reason));
        status = 1;
      }
    }
  }
}
