package io.github.kextmanager.testing.system;

/** Whether something is switched on, as the programs write it. */
enum Setting {
  ENABLED("Enabled", "Yes"),
  DISABLED("Disabled", "No");

  private final String word;
  private final String answer;

  Setting(String word, String answer) {
    this.word = word;
    this.answer = answer;
  }

  /** {@code Enabled} or {@code Disabled}. */
  String word() {
    return word;
  }

  /** {@code Yes} or {@code No}. */
  String answer() {
    return answer;
  }
}
