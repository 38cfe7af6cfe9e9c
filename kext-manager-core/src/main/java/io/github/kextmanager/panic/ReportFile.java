package io.github.kextmanager.panic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The beginning of a file: reports with the stacks of all processes have some megabytes.
 *
 * @param text the text
 * @param where in which part of the file that is, for a sentence that ends with it; empty if all
 */
record ReportFile(String text, String where) {
  private static final int MOST_BYTES = 16 << 20;

  static ReportFile read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES);
      boolean isCut = bytes.length == MOST_BYTES && stream.read() >= 0;
      return new ReportFile(
          new String(bytes, StandardCharsets.UTF_8),
          isCut ? " in its first %d MiB".formatted(MOST_BYTES >> 20) : "");
    }
  }

  /** How many lines there are; the last one may be a part of one. */
  long lines() {
    return text.lines().count();
  }

  /** Whether it begins as JSON and does not end as such. */
  boolean isCutJson() {
    String json = text.strip();
    return where.isEmpty() && json.startsWith("{") && !json.endsWith("}");
  }
}
