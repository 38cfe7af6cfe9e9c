package io.github.kextmanager.testing.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code /usr/bin/sudo}, as far as {@code -n} and {@code --}: it never asks for a password, since
 * there is nobody to type one.
 */
public final class Sudo implements Program {
  private static final List<String> SEARCH_PATH = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private final Supplier<Sudoers> rights;
  private final String user;
  private final Function<String, Optional<Program>> programs;

  /**
   * The program.
   *
   * @param rights what the user may do, asked at every run
   * @param user the name of the user
   * @param programs finds a program by its absolute path
   */
  public Sudo(Supplier<Sudoers> rights, String user, Function<String, Optional<Program>> programs) {
    this.rights = rights;
    this.user = user;
    this.programs = programs;
  }

  @Override
  public int run(Invocation invocation) {
    if (invocation.arguments().equals(List.of("-n", "-l"))) {
      return new SudoRules(rights.get(), user).list(invocation);
    }
    Optional<List<String>> command = command(invocation);
    if (command.isEmpty()) {
      return 1;
    }
    if (!invocation.isRoot() && !mayRun(invocation)) {
      return 1;
    }
    String name = command.get().get(0);
    Optional<String> path = path(name);
    if (path.isEmpty()) {
      invocation.stderr().println("sudo: %s: command not found".formatted(name));
      return 1;
    }
    return programs
        .apply(path.get())
        .orElseThrow()
        .run(
            new Invocation(
                name,
                command.get().subList(1, command.get().size()),
                environment(invocation.environment()),
                0,
                invocation.workingDirectory(),
                invocation.stdout(),
                invocation.stderr()));
  }

  private Optional<List<String>> command(Invocation invocation) {
    List<String> arguments = invocation.arguments();
    int first = 0;
    while (first < arguments.size() && arguments.get(first).startsWith("-")) {
      String option = arguments.get(first++);
      if (option.equals("--")) {
        break;
      }
      if (!option.equals("-n") && !option.equals("--non-interactive")) {
        invocation
            .stderr()
            .println("sudo: the simulated Mac does not know the option %s".formatted(option));
        return Optional.empty();
      }
    }
    if (first == arguments.size()) {
      invocation.stderr().println("usage: sudo -h | -K | -k | -V");
      return Optional.empty();
    }
    return Optional.of(arguments.subList(first, arguments.size()));
  }

  private boolean mayRun(Invocation invocation) {
    switch (rights.get()) {
      case ALLOWED -> {
        return true;
      }
      case ALLOWED_WITH_PASSWORD -> invocation.stderr().println("sudo: a password is required");
      case NOT_LISTED ->
          invocation
              .stderr()
              .println(
                  "%s is not in the sudoers file.  This incident will be reported."
                      .formatted(user));
    }
    return false;
  }

  private Optional<String> path(String name) {
    if (name.contains("/")) {
      return Optional.of(name).filter(path -> programs.apply(path).isPresent());
    }
    return SEARCH_PATH.stream()
        .map(folder -> folder + "/" + name)
        .filter(path -> programs.apply(path).isPresent())
        .findFirst();
  }

  /** Of the caller's variables only a few survive ({@code env_reset}). */
  private static Map<String, String> environment(Map<String, String> callers) {
    Map<String, String> kept = new HashMap<>(callers);
    kept.keySet()
        .removeIf(
            name ->
                !name.startsWith("LC_")
                    && !List.of("LANG", "PATH", "TERM", "TZ", "HOME").contains(name));
    return kept;
  }
}
