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

  int runs() {
    return runs;
  }

  List<String> differences() {
    return differences;
  }
}
