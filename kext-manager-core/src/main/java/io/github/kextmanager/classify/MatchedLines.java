package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Cuts the lines out of a text on which a wording was found: word for word, and not too many. */
final class MatchedLines {
  private static final int MOST = 60;

  private MatchedLines() {}

  /** The lines that are not blank; at least one, since a wording holds more than blanks. */
  static List<Evidence> of(Match match, Block block, Evidence.Source source) {
    List<Evidence> lines = new ArrayList<>();
    var reader = LineReader.at(block.text(), match.start(), match.firstLine());
    int last = Math.min(match.lastLine(), match.firstLine() + MOST - 1);
    while (reader.line() <= last && reader.hasNext()) {
      int line = reader.line();
      String text = reader.next();
      if (!text.isBlank()) {
        lines.add(new Evidence(source, line, text));
      }
    }
    return lines;
  }
}
