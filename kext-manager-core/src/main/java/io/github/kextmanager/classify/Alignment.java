package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Folding.Gap;
import io.github.kextmanager.classify.Template.Hole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A wording laid on a text, growing from its anchor to both sides. Used once. */
final class Alignment {
  private final FoldedText text;
  private final Deque<Capture> captures = new ArrayDeque<>();
  private int start;
  private int end;

  Alignment(FoldedText text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** Lays a slot behind what is matched so far, up to where the literal after it stands next. */
  boolean extendAfter(Hole hole, String literal) {
    int last = Math.min(end + hole.slot().reach(), text.size() - literal.length());
    for (int i = end + hole.slot().least(); i <= last; i++) {
      if (text.matches(literal, i) && fits(hole, end, i)) {
        Optional<Capture> capture = capture(hole.slot(), end, i);
        capture.ifPresent(captures::addLast);
        end = i + literal.length();
        return capture.isPresent();
      }
    }
    return false;
  }

  /** Lays a slot before what is matched so far, back to where the literal before it stands last. */
  boolean extendBefore(Hole hole, String literal) {
    int last = Math.max(literal.length(), start - hole.slot().reach());
    for (int i = start - 1; i >= last; i--) {
      if (text.matches(literal, i - literal.length()) && fits(hole, i, start)) {
        Optional<Capture> capture = capture(hole.slot(), i, start);
        capture.ifPresent(captures::addFirst);
        start = i - literal.length();
        return capture.isPresent();
      }
    }
    return false;
  }

  /** Lays the last slot of a wording behind what is matched so far. */
  boolean endWith(Hole hole) {
    if (hole.gapBefore() && text.gapBefore(end) == Gap.NONE) {
      return false;
    }
    Optional<Ending> ending = Ending.of(hole.slot(), text, end);
    ending.ifPresent(
        found -> {
          found.captures().forEach(captures::addLast);
          end = found.end();
        });
    return ending.isPresent();
  }

  /** Lays the first slot of a wording before what is matched so far. */
  boolean beginWith(Hole hole) {
    Optional<Beginning> beginning = Beginning.of(hole.slot(), text, start);
    beginning.ifPresent(
        found -> {
          found.capture().ifPresent(captures::addFirst);
          start = found.start();
        });
    return beginning.isPresent();
  }

  /** The match, if it does not begin or end inside a word. */
  Optional<Match> match() {
    if (!text.isEdge(start) || !text.isEdge(end)) {
      return Optional.empty();
    }
    return Optional.of(
        new Match(
            text.offsetOf(start),
            text.offsetOf(end - 1),
            text.lineOf(start),
            text.lineOf(end - 1),
            List.copyOf(captures)));
  }

  private boolean fits(Hole hole, int from, int to) {
    return (!hole.gapBefore() || text.gapBefore(from) != Gap.NONE)
        && (!hole.gapAfter() || text.gapBefore(to) != Gap.NONE);
  }

  private Optional<Capture> capture(Slot slot, int from, int to) {
    if (!slot.isToken()) {
      String between = from == to ? "" : oneLine(text.raw(from, to));
      return Capture.of(slot, between, text.lineOf(from));
    }
    return text.isTogether(from, to)
        ? Capture.of(slot, text.token(from, to), text.lineOf(from))
        : Optional.empty();
  }

  private static String oneLine(String raw) {
    return raw.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
  }
}
