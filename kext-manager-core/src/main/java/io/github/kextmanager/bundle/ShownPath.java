package io.github.kextmanager.bundle;

import java.nio.file.Path;

/** A path in a message of ours: one line, whatever is in the name. */
final class ShownPath {
  private ShownPath() {}

  static String of(Path path) {
    StringBuilder shown = new StringBuilder();
    path.toString()
        .chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }
}
