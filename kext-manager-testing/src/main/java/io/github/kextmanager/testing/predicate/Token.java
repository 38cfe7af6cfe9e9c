package io.github.kextmanager.testing.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a predicate.
 *
 * @param kind what it is
 * @param text it, without quotes
 */
record Token(Kind kind, String text) {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')"
              + "|(-?\\d+(?![\\w.]))"
              + "|([A-Za-z_][\\w.]*)"
              + "|(==|!=|<>|<=|>=|=<|=>|&&|\\|\\||[=<>!(){},\\[\\]]))");

  enum Kind {
    QUOTED,
    NUMBER,
    WORD,
    SIGN,
    END
  }

  static List<Token> of(String predicate) throws PredicateSyntaxException {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(predicate);
    int at = 0;
    while (!predicate.substring(at).isBlank()) {
      if (!piece.find(at) || piece.start() != at) {
        throw new PredicateSyntaxException(
            "nothing that is known stands at character %d".formatted(at + 1));
      }
      tokens.add(token(piece));
      at = piece.end();
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static Token token(Matcher piece) {
    if (piece.group(1) != null) {
      String inside = piece.group(1).substring(1, piece.group(1).length() - 1);
      return new Token(Kind.QUOTED, inside.replaceAll("\\\\(.)", "$1"));
    }
    if (piece.group(2) != null) {
      return new Token(Kind.NUMBER, piece.group(2));
    }
    return piece.group(3) == null
        ? new Token(Kind.SIGN, piece.group(4))
        : new Token(Kind.WORD, piece.group(3));
  }

  /** Whether it is this sign, or this word in any case. */
  boolean is(String expected) {
    return (kind == Kind.SIGN && text.equals(expected))
        || (kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(expected));
  }
}
