package io.github.kextmanager.command.record;

import static java.util.Comparator.comparing;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.stream.Collectors.joining;

import io.github.kextmanager.command.record.Redaction.Word;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words that are known beforehand, the longest first, wherever they stand alone. */
final class KnownWords {
  /** Not after a letter or digit, unless that is the end of an escape: of C, of a URL, of ANSI. */
  private static final String BEFORE =
      "(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[abefnrtv])|(?<=%[0-9A-Fa-f]{2})|(?<=\\x1b\\[[0-9;]{0,16}m))";

  private static final String AFTER = "(?![\\p{L}\\p{N}])";
  private static final int SHORTEST_PART = 3;

  /** Korean has spaces, but particles right after a name. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final List<Word> forms;
  private final Pattern anywhere;

  private KnownWords(List<Word> forms) {
    this.forms = forms;
    this.anywhere =
        Pattern.compile(
            forms.isEmpty()
                ? "(?!)"
                : beginning(forms)
                    + forms.stream()
                        .map(form -> "(" + alone(form.text()) + ")")
                        .collect(joining("|", "(?:", ")")),
            CASE_INSENSITIVE | UNICODE_CASE);
  }

  /** Most places of a text are passed over by this alone. */
  private static String beginning(List<Word> forms) {
    return forms.stream()
        .map(form -> Pattern.quote(Character.toString(form.text().codePointAt(0))))
        .distinct()
        .collect(joining("", "(?=[", "])"));
  }

  /**
   * A form that begins or ends with something else than a letter or digit is alone there anyway,
   * and so is one of a script that is written without spaces.
   */
  private static String alone(String form) {
    return (endsWord(form.codePointAt(0)) ? BEFORE : "")
        + Pattern.quote(form)
        + (endsWord(form.codePointBefore(form.length())) ? AFTER : "");
  }

  private static boolean endsWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        && !WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
  }

  static KnownWords of(List<Word> words) {
    List<Word> forms = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Word word : words) {
      for (String form : WordForms.of(word.text())) {
        if (seen.add(form)) {
          forms.add(new Word(form, word.placeholder()));
        }
      }
    }
    forms.sort(comparing((Word word) -> word.text().length()).reversed());
    return new KnownWords(List.copyOf(forms));
  }

  String replaceIn(String text) {
    return anywhere.matcher(text).replaceAll(this::placeholder);
  }

  private String placeholder(MatchResult match) {
    int group = 1;
    while (match.group(group) == null) {
      group++;
    }
    // An absolute path stays one.
    String root = match.group().startsWith("/") ? "/" : "";
    return root + forms.get(group - 1).placeholder();
  }

  /** Replaces the beginning of a word with which a text that was cut ends. */
  String replaceCutEndOf(String text) {
    for (Word form : forms) {
      for (int length = form.text().length() - 1; length >= SHORTEST_PART; length--) {
        int from = text.length() - length;
        if (from >= 0
            && text.regionMatches(true, from, form.text(), 0, length)
            && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))) {
          return text.substring(0, from) + form.placeholder().text();
        }
      }
    }
    return text;
  }
}
