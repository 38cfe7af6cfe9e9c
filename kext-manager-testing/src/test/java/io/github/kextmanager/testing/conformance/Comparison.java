package io.github.kextmanager.testing.conformance;

import java.util.ArrayList;
import java.util.List;

/** Collects the runs in which ours differs from Apple's. */
final class Comparison {
  private final List<String> differences = new ArrayList<>();
  private int runs;

  void compare(String name, ToolRun apples, ToolRun ours) {
    runs++;
    if (!ours.equals(apples)) {
      differences.add("%s%nApple's: %s%nours:    %s".formatted(name, apples, ours));
    }
  }

  /** Prints the counts for whoever reads the output of the build. */
  void print(String tool) {
    System.out.printf("%s: %d of %d runs as Apple's%n", tool, runs - differences.size(), runs);
  }

  int runs() {
    return runs;
  }

  List<String> differences() {
    return differences;
  }
}
