package io.github.kextmanager.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps of each kind of value the first ones and the last ones, so that a text without end needs no
 * memory without end, and neither how it began nor how it ended is lost.
 *
 * @param <K> what tells the kinds apart
 * @param <T> the values
 */
final class FirstAndLast<K, T> {
  /** How many of a kind are kept at either end. */
  static final int AT_EITHER_END = 25;

  private record Numbered<T>(long number, T value) {}

  /** The last values of a kind, and how many there were before them that are kept. */
  private static final class Kind<T> {
    private final Deque<Numbered<T>> last = new ArrayDeque<>();
    private int first;
  }

  private final Map<K, Kind<T>> kinds = new HashMap<>();
  private final List<Numbered<T>> first = new ArrayList<>();
  private long count;

  /** Adds a value behind all others. */
  void add(K kind, T value) {
    var numbered = new Numbered<>(count, value);
    count++;
    Kind<T> same = kinds.computeIfAbsent(kind, key -> new Kind<>());
    if (same.first < AT_EITHER_END) {
      same.first++;
      first.add(numbered);
      return;
    }
    same.last.addLast(numbered);
    if (same.last.size() > AT_EITHER_END) {
      same.last.removeFirst();
    }
  }

  /** What is kept, in the order in which it was added. */
  List<T> all() {
    List<Numbered<T>> kept = new ArrayList<>(first);
    kinds.values().forEach(kind -> kept.addAll(kind.last));
    kept.sort(Comparator.comparingLong(Numbered::number));
    return kept.stream().map(Numbered::value).toList();
  }
}
