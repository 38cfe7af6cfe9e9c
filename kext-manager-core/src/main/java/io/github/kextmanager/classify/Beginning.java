package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Folding.Gap;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in the first slot of a wording, where no literal says where it begins.
 *
 * @param start the position of its first character
 * @param capture what it holds; nothing where it may be missing
 */
record Beginning(int start, Optional<Capture> capture) {
  private static final int LONGEST_WORD = 300;
  private static final String QUOTES = "\"'";

  private static final String CODE = "Code=";
  private static final String KM_DOMAIN = "kmerrordomain";

  /** The first slot, in front of a position. */
  static Optional<Beginning> of(Slot slot, FoldedText text, int position) {
    return switch (slot) {
      case KM -> domain(text, position);
      case KEXT -> kext(text, position);
      case NAME, PATH -> line(slot, text, position);
      default ->
          slot.isToken()
              ? token(slot, text, position)
              : Optional.of(new Beginning(position, Optional.empty()));
    };
  }

  private static Optional<Beginning> token(Slot slot, FoldedText text, int position) {
    int start = position;
    while (start > Math.max(0, position - Math.min(slot.reach(), LONGEST_WORD))
        && (start == position || text.gapBefore(start) == Gap.NONE)
        && slot.allows(text.charAt(start - 1))) {
      start--;
    }
    while (slot.isIdentifier() && start < position && text.charAt(start) == '.') {
      start++;
    }
    // Scripts put dots in front of a line that goes on.
    while (start < position && text.charAt(start) == '.') {
      start++;
    }
    int first = start;
    return Capture.of(slot, text.token(start, position), text.lineOf(start))
        .map(capture -> new Beginning(first, Optional.of(capture)));
  }

  private static Optional<Beginning> kext(FoldedText text, int position) {
    int end = position;
    while (end > 0 && QUOTES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean bundle = text.matches("ext", end - 3) || text.matches("ext/", end - 4);
    return bundle
        ? line(Slot.KEXT, text, position).filter(found -> found.capture().isPresent())
        : token(Slot.KEXT, text, position);
  }

  /** A path or an identifier, with blanks in it perhaps: what the line ends with up to here. */
  private static Optional<Beginning> line(Slot slot, FoldedText text, int position) {
    int start = position;
    while (start > Math.max(0, position - slot.reach())
        && (start == position || text.gapBefore(start) != Gap.BREAK)) {
      start--;
    }
    if (start == position) {
      return Optional.of(new Beginning(position, Optional.empty()));
    }
    String name = PathText.atEndOf(text.raw(start, position));
    Optional<Capture> capture =
        name.isEmpty() ? Optional.empty() : Capture.of(slot, name, text.lineOf(position - 1));
    int length = capture.isEmpty() ? 0 : Folding.fold(name).length();
    return Optional.of(new Beginning(position - length, capture));
  }

  private static Optional<Beginning> domain(FoldedText text, int position) {
    // Foundation writes Code=71; "code = 71" is anybody's.
    if (!text.raw(position, position + CODE.length()).equals(CODE)) {
      return Optional.empty();
    }
    int start = position;
    while (start > Math.max(0, position - Slot.ID.reach())
        && (start == position || text.gapBefore(start) == Gap.NONE)) {
      start--;
    }
    String words = text.token(start, position).toLowerCase(Locale.ROOT);
    String before = words.substring(words.lastIndexOf('=') + 1);
    boolean ours = before.endsWith(KM_DOMAIN);
    boolean another = before.endsWith("domain") || Slot.isReverseDomainName(before);
    return ours || !another
        ? Optional.of(new Beginning(position, Optional.empty()))
        : Optional.empty();
  }
}
