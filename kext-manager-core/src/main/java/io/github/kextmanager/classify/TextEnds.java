package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the first and the last lines of a passage: what is shown of one that nobody knows. */
final class TextEnds {
  private static final int LINES = 50;

  private final Evidence.Source source;
  private final List<Evidence> first = new ArrayList<>();
  private Optional<Block> last = Optional.empty();
  private int next = 1;

  TextEnds(Evidence.Source source) {
    this.source = source;
  }

  /** Takes the next block; the first lines are those of the first one. */
  void add(Block block) {
    if (last.isEmpty()) {
      var reader = LineReader.at(block.text(), 0, 1);
      while (reader.hasNext() && first.size() < LINES) {
        read(reader, first);
      }
      next = reader.line();
    }
    last = Optional.of(block);
  }

  /** The lines that are not blank. */
  List<Evidence> lines() {
    List<Evidence> lines = new ArrayList<>(first);
    last.ifPresent(block -> addLast(block, lines));
    return lines;
  }

  private void addLast(Block block, List<Evidence> lines) {
    var counter = LineReader.at(block.text(), 0, block.firstLine());
    while (counter.hasNext()) {
      counter.skip();
    }
    int from = Math.max(next, counter.line() - LINES);
    var reader = LineReader.at(block.text(), 0, block.firstLine());
    while (reader.hasNext() && reader.line() < from) {
      reader.skip();
    }
    while (reader.hasNext()) {
      read(reader, lines);
    }
  }

  private void read(LineReader reader, List<Evidence> lines) {
    int line = reader.line();
    String text = reader.next();
    if (!text.isBlank()) {
      lines.add(new Evidence(source, line, text));
    }
  }
}
