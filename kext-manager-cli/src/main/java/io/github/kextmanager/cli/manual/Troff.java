package io.github.kextmanager.cli.manual;

import java.util.Locale;

/** Text in the language of man pages (man(7)). */
final class Troff {
  private final StringBuilder text = new StringBuilder();

  Troff title(String name, String manual) {
    return line(".TH \"%s\" 1 \"\" \"%s\" \"%s\"".formatted(upper(name), "kextm", escaped(manual)));
  }

  Troff section(String name) {
    return line(".SH " + name);
  }

  Troff paragraph(String sentence) {
    return line(".PP").words(sentence);
  }

  /** A term, and behind it what it means. */
  Troff entry(String term, String meaning) {
    return line(".TP").line("\\fB" + escaped(term) + "\\fR").words(meaning);
  }

  Troff words(String sentence) {
    return line(escaped(sentence));
  }

  private Troff line(String line) {
    text.append(line).append('\n');
    return this;
  }

  private static String upper(String name) {
    return escaped(name.toUpperCase(Locale.ROOT));
  }

  /** A backslash begins an escape, a dash may be broken, a dot or a quote begins a request. */
  private static String escaped(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
