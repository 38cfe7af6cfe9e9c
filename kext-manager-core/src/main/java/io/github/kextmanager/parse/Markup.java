package io.github.kextmanager.parse;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML that was pasted as source. */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile("</?([A-Za-z][A-Za-z0-9]*+)(?:[\\s/][^<>]*+)?>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\w{2,6}));");

  /** Those that a browser shows without a gap. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "code", "em", "font", "i", "kbd", "mark", "samp", "span", "strong", "tt", "u");

  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"", "apos", "'");

  private Markup() {}

  /** What a browser shows for a line; entities that were escaped twice are shown, too. */
  static String shown(String source) {
    if (source.indexOf('<') < 0 && source.indexOf('&') < 0) {
      return source;
    }
    String withoutTags =
        TAG.matcher(source).replaceAll(tag -> INLINE.contains(tag.group(1)) ? "" : " ");
    return PastedText.plain(decoded(decoded(withoutTags)));
  }

  private static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
  }

  private static String character(java.util.regex.MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
  }
}
