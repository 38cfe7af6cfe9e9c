package io.github.kextmanager.dependency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The graph of libraries as Apple's library prints it (IOKitUser, OSKext.c, {@code
 * OSKextLogDependencyGraph}): a kext is repeated wherever it occurs, so the text can be much larger
 * than the graph. It is cut at a length that no real graph comes near.
 */
final class GraphText {
  private static final int MAXIMUM_LINES = 100_000;
  private static final int INDENT = 4;

  private final LibrarySession session;
  private final SessionQuestions questions;

  GraphText(LibrarySession session, SessionQuestions questions) {
    this.session = session;
    this.questions = questions;
  }

  private record Line(RepositoryKext kext, int depth) {}

  /** What is printed for a kext, what is logged meanwhile included. */
  String of(RepositoryKext root) {
    int before = session.messages().size();
    questions.resolve(root);
    Deque<Line> toPrint = new ArrayDeque<>(List.of(new Line(root, 0)));
    int count = 0;
    while (!toPrint.isEmpty()) {
      Line line = toPrint.pop();
      if (!questions.resolve(line.kext())) {
        continue;
      }
      count++;
      if (count > MAXIMUM_LINES) {
        session.log("... (cut after %d lines)".formatted(MAXIMUM_LINES));
        break;
      }
      session.log(print(line));
      List<RepositoryKext> libraries = session.state(line.kext()).libraries().orElse(List.of());
      for (int i = libraries.size() - 1; i >= 0; i--) {
        toPrint.push(new Line(libraries.get(i), line.depth() + 1));
      }
    }
    List<String> printed = session.messages();
    return String.join("\n", printed.subList(before, printed.size()))
        + (printed.size() == before ? "" : "\n");
  }

  private String print(Line line) {
    RepositoryKext kext = line.kext();
    String end = session.state(kext).libraries().isPresent() ? " ->" : ".";
    return " ".repeat(INDENT * line.depth())
        + kext.identifier()
        + " ("
        + kext.version()
        + ")"
        + end;
  }
}
