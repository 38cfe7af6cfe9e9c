package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Transcript.Passage;
import io.github.kextmanager.verdict.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cuts the lines out of a text that a verdict was read from: word for word, and not too many. */
final class EvidenceLines {
  private static final int MOST_LINES = 200;
  private static final int MOST_OF_A_FINDING = 8;

  private final Map<Integer, Map<Integer, Evidence>> passages = new TreeMap<>();
  private final Transcript transcript;
  private int count;

  private EvidenceLines(Transcript transcript) {
    this.transcript = transcript;
  }

  /** The lines of findings, in the order of the text; if too many, those of the strongest. */
  static List<Evidence> of(Transcript transcript, Collection<Finding> findings) {
    var lines = new EvidenceLines(transcript);
    findings.stream()
        .sorted(Comparator.comparing((Finding finding) -> finding.rule().weight()).reversed())
        .forEach(lines::add);
    return lines.inOrder();
  }

  private void add(Finding finding) {
    Match match = finding.match();
    int passage = transcript.passages().indexOf(finding.passage());
    var reader = LineReader.at(finding.passage().text(), match.start(), match.firstLine());
    int last = Math.min(match.lastLine(), match.firstLine() + MOST_OF_A_FINDING - 1);
    while (count < MOST_LINES && reader.hasNext() && reader.line() <= last) {
      int line = reader.line();
      String text = reader.next();
      Map<Integer, Evidence> known = passages.computeIfAbsent(passage, key -> new TreeMap<>());
      if (!text.isBlank() && !known.containsKey(line)) {
        known.put(line, new Evidence(finding.passage().source(), line, text));
        count++;
      }
    }
  }

  private List<Evidence> inOrder() {
    return passages.values().stream().flatMap(lines -> lines.values().stream()).toList();
  }

  /** The lines of all passages that are not blank; if too many, the first and the last. */
  static List<Evidence> ofAll(Transcript transcript) {
    List<Evidence> lines = new ArrayList<>();
    for (Passage passage : transcript.passages()) {
      lines.addAll(endsOf(passage));
    }
    return lines;
  }

  private static List<Evidence> endsOf(Passage passage) {
    List<Evidence> first = new ArrayList<>();
    Deque<Evidence> last = new ArrayDeque<>();
    var reader = LineReader.at(passage.text(), 0, 1);
    while (reader.hasNext()) {
      int line = reader.line();
      String text = reader.next();
      if (!text.isBlank()) {
        var evidence = new Evidence(passage.source(), line, text);
        if (first.size() < MOST_LINES / 4) {
          first.add(evidence);
        } else {
          last.addLast(evidence);
        }
        if (last.size() > MOST_LINES / 4) {
          last.removeFirst();
        }
      }
    }
    first.addAll(last);
    return first;
  }
}
