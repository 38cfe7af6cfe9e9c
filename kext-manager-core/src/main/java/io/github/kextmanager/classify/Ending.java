package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Folding.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the last slot of a wording, where no literal says how far it goes.
 *
 * @param end the position behind it
 * @param captures what it holds
 */
record Ending(int end, List<Capture> captures) {
  private static final String CLOSING = "\"'`}\u201d\u2019";
  private static final String PUNCTUATION = ".,;:-\u2026)" + CLOSING;

  /** The rest of an address, size, wired size, an architecture perhaps, identifier, version. */
  private static final Pattern ROW =
      Pattern.compile("\\p{XDigit}+\\s+0x\\S+\\s+0x\\S+\\s+(?:\\S+\\s+)?([\\w.-]+)\\s+\\([^)]*\\)");

  private static final int LONGEST_LIST = 50;
  private static final int LONGEST_LINE = 2000;

  /** The last slot, from a position on. */
  static Optional<Ending> of(Slot slot, FoldedText text, int position) {
    return switch (slot.shape()) {
      case TOKEN -> token(slot, text, position);
      case NAME -> name(slot, text, position);
      case LINE -> Optional.of(line(slot, text, position));
      case CODE -> code(text, position);
      case ROW -> row(text, position);
      case LIST -> Optional.of(list(slot, text, position));
      case SEARCH -> Optional.of(IdentifierSearch.in(slot, text, position));
      case NOTHING -> Optional.of(new Ending(position, List.of()));
    };
  }

  private static Optional<Ending> token(Slot slot, FoldedText text, int position) {
    int end = endOfToken(slot, text, position);
    return Capture.of(slot, unpunctuated(text.token(position, end)), text.lineOf(position))
        .map(capture -> new Ending(end, List.of(capture)));
  }

  private static int endOfToken(Slot slot, FoldedText text, int position) {
    int end = position;
    while (end < Math.min(text.size(), position + slot.reach())
        && (end == position || text.gapBefore(end) == Gap.NONE)
        && slot.allows(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Words of whatever language, and the number behind them. */
  private static Optional<Ending> code(FoldedText text, int position) {
    int start = position;
    while (start < Math.min(text.size(), position + Slot.WORDS.reach())
        && text.gapBefore(start) != Gap.BREAK
        && Slot.WORDS.allows(text.charAt(start))) {
      start++;
    }
    return token(Slot.KMCODE, text, start);
  }

  /** A path or an identifier, with blanks in it perhaps: up to the end of the line or a quote. */
  private static Optional<Ending> name(Slot slot, FoldedText text, int position) {
    int end = position;
    while (end < Math.min(text.size(), position + slot.reach())
        && (end == position || text.gapBefore(end) != Gap.BREAK)
        && (end == position || CLOSING.indexOf(text.charAt(end)) < 0)) {
      end++;
    }
    String found = end == position ? "" : PathText.atStartOf(text.raw(position, end));
    int last = end;
    return Capture.of(slot, unpunctuated(found), text.lineOf(position))
        .map(capture -> new Ending(last, List.of(capture)));
  }

  /** What is left of the line, and the identifiers behind options in it if it is a command. */
  private static Ending line(Slot slot, FoldedText text, int position) {
    int end = endOfLine(slot, text, position);
    if (end == position) {
      return new Ending(position, List.of());
    }
    int line = text.lineOf(position);
    String words = cut(text.raw(position, end).strip());
    List<Capture> captures = new ArrayList<>();
    captures.add(new Capture(slot, words, line));
    if (slot != Slot.REST) {
      Asked.of(CommandWords.of(words)).identifiers().stream()
          .flatMap(identifier -> Capture.of(Slot.ID, identifier.value(), line).stream())
          .forEach(captures::add);
    }
    return new Ending(end, captures);
  }

  /** What is passed over in a text may be long: it is not kept. */
  private static String cut(String words) {
    return words.substring(0, Math.min(words.length(), LONGEST_LINE));
  }

  private static Optional<Ending> row(FoldedText text, int position) {
    if (!isAddressOfRow(text, position)) {
      return Optional.empty();
    }
    int end = endOfLine(Slot.ROW, text, position);
    Matcher row = ROW.matcher(end == position ? "" : text.raw(position, end));
    return row.lookingAt()
        ? Capture.of(Slot.ID, row.group(1), text.lineOf(position))
            .map(capture -> new Ending(end, List.of(capture)))
        : Optional.empty();
  }

  /** Whether a size follows on an address: logs are full of addresses that are none of a row. */
  private static boolean isAddressOfRow(FoldedText text, int position) {
    int end = position;
    while (end < text.size() && text.gapBefore(end) == Gap.NONE) {
      end++;
    }
    return text.matches("0x", end);
  }

  private static int endOfLine(Slot slot, FoldedText text, int position) {
    int end = position;
    while (end < Math.min(text.size(), position + slot.reach())
        && text.gapBefore(end) != Gap.BREAK) {
      end++;
    }
    return end;
  }

  private static Ending list(Slot slot, FoldedText text, int position) {
    Slot of = slot.listed();
    List<Capture> captures = new ArrayList<>();
    int end = position;
    while (text.gapBefore(end) == Gap.BREAK
        && end < text.size()
        && captures.size() < LONGEST_LIST) {
      int start = isAt(text, end, "\"") ? end + 1 : end;
      int endOfName = endOfToken(of, text, start);
      String name = text.token(start, endOfName);
      int endOfLine = endOfElement(text, endOfName);
      if (endOfName == start || text.gapBefore(endOfLine) != Gap.BREAK || !of.accepts(name)) {
        break;
      }
      captures.add(new Capture(of, name, text.lineOf(end)));
      end = endOfLine;
    }
    return new Ending(end, captures);
  }

  /** Where an element of a property list ends, behind its name. */
  private static int endOfElement(FoldedText text, int endOfName) {
    int end = endOfName;
    while (isAt(text, end, "\",") && text.gapBefore(end) != Gap.BREAK) {
      end++;
    }
    return end;
  }

  private static boolean isAt(FoldedText text, int position, String marks) {
    return position < text.size() && marks.indexOf(text.charAt(position)) >= 0;
  }

  private static String unpunctuated(String text) {
    int end = text.length();
    while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
