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
  private static final int MOST_BELOW = 50;
  private static final Pattern IDENTIFIER_OPTION =
      Pattern.compile("(?:^|\\s)(?:-b|-m|--?bundle-id|--bundle-identifier)[ =]([\\w.-]+)");

  /** The last slot, from a position on. */
  static Optional<Ending> of(Slot slot, FoldedText text, int position) {
    return switch (slot) {
      case BELOW -> Optional.of(below(text, position));
      case KEXT, NAME, PATH -> line(slot, text, position);
      case ANY, KM -> Optional.of(new Ending(position, List.of()));
      case ARGUMENTS, COMMAND -> Optional.of(command(slot, text, position));
      case ID, IDS, SYMBOL, CLASS, N, HEX, TEAM, WORD, KMCODE -> token(slot, text, position);
    };
  }

  private static Optional<Ending> token(Slot slot, FoldedText text, int position) {
    int end = endOfToken(slot, text, position);
    return Capture.of(slot, unpunctuated(text.token(position, end)))
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

  /** A path or an identifier, with blanks in it perhaps: up to the end of the line or a quote. */
  private static Optional<Ending> line(Slot slot, FoldedText text, int position) {
    int end = position;
    while (end < Math.min(text.size(), position + slot.reach())
        && (end == position || text.gapBefore(end) != Gap.BREAK)
        && (end == position || CLOSING.indexOf(text.charAt(end)) < 0)) {
      end++;
    }
    String found = end == position ? "" : PathText.atStartOf(text.raw(position, end));
    int last = end;
    return Capture.of(slot, unpunctuated(found)).map(capture -> new Ending(last, List.of(capture)));
  }

  /** The words of a command, and the identifiers behind its options. */
  private static Ending command(Slot slot, FoldedText text, int position) {
    int end = position;
    while (end < Math.min(text.size(), position + slot.reach())
        && text.gapBefore(end) != Gap.BREAK) {
      end++;
    }
    String words = end == position ? "" : text.raw(position, end);
    List<Capture> captures = new ArrayList<>(List.of(new Capture(slot, words)));
    Matcher options = IDENTIFIER_OPTION.matcher(words);
    while (options.find()) {
      Capture.of(Slot.ID, options.group(1)).ifPresent(captures::add);
    }
    return new Ending(end, captures);
  }

  private static Ending below(FoldedText text, int position) {
    List<Capture> captures = new ArrayList<>();
    int end = position;
    while (text.gapBefore(end) == Gap.BREAK && end < text.size() && captures.size() < MOST_BELOW) {
      int endOfLine = endOfToken(Slot.ID, text, end);
      String name = text.token(end, endOfLine);
      if (endOfLine == end || text.gapBefore(endOfLine) != Gap.BREAK || !Slot.isIdentifier(name)) {
        break;
      }
      captures.add(new Capture(Slot.ID, name));
      end = endOfLine;
    }
    return new Ending(end, captures);
  }

  private static String unpunctuated(String text) {
    int end = text.length();
    while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
