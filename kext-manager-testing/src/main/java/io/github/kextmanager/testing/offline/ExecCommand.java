package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.Answer;
import io.github.kextmanager.testing.query.ParsedPredicate;
import io.github.kextmanager.testing.query.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code -exec}: runs a program for each kext, and holds if that ends with 0 (kext_tools,
 * kextfind_query.c). From 10.9 on the real one writes through a null pointer before it runs
 * anything.
 */
final class ExecCommand {
  private static final String NAME = "-exec";
  private static final String END = ";";
  private static final List<String> SEARCH_PATH = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private final MacOsVersion release;
  private final Invocation invocation;
  private final Function<String, Optional<Program>> programs;
  private final ToolLog log;

  ExecCommand(
      MacOsVersion release,
      Invocation invocation,
      Function<String, Optional<Program>> programs,
      ToolLog log) {
    this.release = release;
    this.invocation = invocation;
    this.programs = programs;
    this.log = log;
  }

  ParsedPredicate<Candidate> parse(List<String> words) {
    int end = words.indexOf(END);
    if (end < 0) {
      log.error("No terminating ; for %s.".formatted(NAME));
      return ParsedPredicate.badArgument();
    }
    List<String> command = List.copyOf(words.subList(1, end));
    Term<Candidate> term = candidate -> run(command, candidate);
    return new ParsedPredicate.Taken<>(term, end + 1);
  }

  private Answer run(List<String> command, Candidate it) {
    if (release.isAtLeast(Releases.MAVERICKS) || command.isEmpty()) {
      throw new ToolDiedException();
    }
    List<String> words = command.stream().map(word -> filledIn(word, it)).toList();
    return Answer.of(
        program(words.get(0))
            .filter(
                program ->
                    program.run(invocation.as(words.get(0)).with(words.subList(1, words.size())))
                        == 0)
            .isPresent());
  }

  private static String filledIn(String word, Candidate it) {
    String filled = word.replace("{info-dictionary}", it.paths().infoPlist(it.kext()));
    Optional<String> executable = it.paths().executable(it.kext());
    if (executable.isPresent()) {
      filled = filled.replace("{executable}", executable.get());
    }
    return filled.replace("{}", it.paths().of(it.kext()));
  }

  private Optional<Program> program(String name) {
    if (name.contains("/")) {
      return programs.apply(invocation.absolute(name).toString());
    }
    return SEARCH_PATH.stream()
        .flatMap(folder -> programs.apply(folder + "/" + name).stream())
        .findFirst();
  }
}
