package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms in which tools write one word: composed and decomposed (HFS+ keeps names decomposed),
 * with either apostrophe, as part of a URL, and with octal escapes for what is not ASCII.
 */
final class WordForms {
  private static final int ASCII = 0x80;

  private WordForms() {}

  static Set<String> of(String word) {
    Set<String> forms = new LinkedHashSet<>();
    for (String quoted :
        new String[] {word, word.replace('\u2019', '\''), word.replace('\'', '\u2019')}) {
      for (Form form : new Form[] {Form.NFC, Form.NFD}) {
        String normal = Normalizer.normalize(quoted, form);
        forms.add(normal);
        forms.add(URLEncoder.encode(normal, UTF_8).replace("+", "%20"));
        forms.add(octal(normal));
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
}
