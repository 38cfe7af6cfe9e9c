package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The different values of one kind that a text names, each with the line where it stands first. */
final class Collected<T> {
  private static final int MOST = 200;

  private final Map<T, Evidence> lines = new LinkedHashMap<>();

  void add(T value, Evidence line) {
    if (lines.size() < MOST) {
      lines.putIfAbsent(value, line);
    }
  }

  List<Mention<T>> mentions() {
    List<Mention<T>> mentions = new ArrayList<>();
    lines.forEach((value, line) -> mentions.add(new Mention<>(value, line)));
    return mentions;
  }
}
