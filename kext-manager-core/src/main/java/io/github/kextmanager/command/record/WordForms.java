package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms in which tools write one word: composed and decomposed (HFS+ keeps names decomposed),
 * with either apostrophe, as part of a URL, with octal escapes for what is not ASCII, and with the
 * escapes of JSON, of old property lists ({@code \\U00e9}), of recordings and of a shell.
 */
final class WordForms {
  private static final int ASCII = 0x80;

  /** An apostrophe in a word that a shell quotes with apostrophes; in JSON its backslash is two. */
  private static final String SHELL_QUOTE = "'\\''";

  private WordForms() {}

  static Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>();
    for (String quoted :
        new String[] {
          word,
          word.replace('\u2019', '\''),
          word.replace('\'', '\u2019'),
          word.replace("'", SHELL_QUOTE),
          word.replace("'", SHELL_QUOTE.replace("\\", "\\\\"))
        }) {
      for (Form form : new Form[] {Form.NFC, Form.NFD}) {
        String normal = Normalizer.normalize(quoted, form);
        forms.add(normal);
        forms.add(URLEncoder.encode(normal, UTF_8).replace("+", "%20"));
        forms.add(octal(normal));
        forms.add(units(normal, "\\u%04x"));
        forms.add(units(normal, "\\U%04x"));
        forms.add(codePoints(normal));
      }
    }
    forms.add(word);
    return forms;
  }

  private static String octal(String word) {
    var text = new StringBuilder();
    for (byte b : word.getBytes(UTF_8)) {
      int value = Byte.toUnsignedInt(b);
      if (value < ASCII) {
        text.append((char) value);
      } else {
        text.append('\\').append(Integer.toOctalString(value));
      }
    }
    return text.toString();
  }

  /** UTF-16 code units that are not ASCII as escapes; JSON has each half of a pair alone. */
  private static String units(String word, String escape) {
    var text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      text.append(unit < ASCII ? String.valueOf(unit) : escape.formatted((int) unit));
    }
    return text.toString();
  }

  private static String codePoints(String word) {
    var text = new StringBuilder();
    word.codePoints()
        .mapToObj(
            point ->
                point < ASCII
                    ? Character.toString(point)
                    : "\\u{" + Integer.toHexString(point) + "}")
        .forEach(text::append);
    return text.toString();
  }
}
