package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.Doubt;

/** Why it is not known how a change came out, in a sentence for people. */
final class DoubtText {
  private DoubtText() {}

  static String why(Doubt doubt) {
    return switch (doubt) {
      case TIMED_OUT -> "The tool took too long and was stopped; what it had begun was not undone.";
      case KILLED -> "The tool was ended by a signal.";
      case CONTRADICTED -> "The tool said that it was done, but the kernel does not show it.";
      case NOT_MENTIONED -> "What the tool said speaks of other kexts only.";
      case DISAPPEARED -> "It was loaded and left alone; something else has unloaded it.";
      case CAME_BACK -> "It was absent, and something has loaded it again.";
      case NOT_OBSERVED -> "The change was tried, but the look at the kernel afterwards failed.";
    };
  }
}
