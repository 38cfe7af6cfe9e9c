package io.github.kextmanager.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.OsReturn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the two tables of wordings. Their headers say what the columns are. */
final class RuleTable {
  private static final String SEPARATOR = " | ";

  private static final String NO_NAME = "-";

  /** Behind what the name of a result code is one that was given. */
  private static final List<String> BEFORE_A_NAME =
      List.of("error ", "code is ", "failed: ", "returned ", "=> ");

  /** Weight, role, company, categories and facts. */
  private static final Pattern MEANING =
      Pattern.compile(
          "(?<weight>[a-z]+)(?:\\((?<role>[a-z]+)\\))?(?<company>\\?[a-z]*)?"
              + "(?: (?<categories>[A-Z_+]+))?(?: \\[(?<facts>.*)\\])?");

  private RuleTable() {}

  /** All rules: those of {@code rules.txt} in their order, then the result codes. */
  static List<Rule> read() {
    List<Rule> rules = new ArrayList<>();
    lines("rules.txt").forEach(line -> rules.add(message(line)));
    lines("os-returns.txt").forEach(line -> rules.addAll(osReturn(line)));
    return List.copyOf(rules);
  }

  private static List<String> lines(String table) {
    try (InputStream stream =
            Objects.requireNonNull(RuleTable.class.getResourceAsStream(table), table);
        var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(table, e);
    }
  }

  private static Rule message(String line) {
    List<String> columns = columns(line, 5);
    return rule(columns.get(0), columns.get(1), columns.get(2), columns.get(3))
        .withExample(columns.get(4).replace("\\n", "\n"));
  }

  /**
   * The spellings of a result code: in hexadecimal, signed, by its text, without the prefix, and by
   * its name.
   */
  private static List<Rule> osReturn(String line) {
    List<String> columns = columns(line, 4);
    var code = new OsReturn(Integer.parseUnsignedInt(columns.get(0).substring(2), 16));
    String text = columns.get(3);
    boolean ofKexts = text.startsWith("(libkern/");
    String meaning = ofKexts ? columns.get(2) : "detail";
    String message = text.substring(text.indexOf(')') + 2);
    Stream<Rule> numbers =
        Stream.of(columns.get(0), Integer.toString(code.value()))
            .map(number -> rule(meaning, "kernel *", number, "OSKextLib.h, IOReturn.h"))
            .map(rule -> rule.as(Role.NUMBER));
    Stream<Rule> texts =
        Stream.of(text, message)
            .filter(spelling -> spelling.equals(text) || isDistinctive(text))
            .map(spelling -> rule(columns.get(2), "kernel *", spelling, "err_libkern.sub"))
            .map(
                rule ->
                    text.startsWith("(libkern/") && rule.example().equals(text)
                        ? rule
                        : rule.among(Company.KEXTS));
    return Stream.of(numbers, texts, names(columns.get(1), columns.get(2)))
        .flatMap(spellings -> spellings)
        .map(rule -> rule.meaning(rule.meaning().withCode(code)))
        .toList();
  }

  /** The name of a result code, where it says what came out: programs are full of these names. */
  private static Stream<Rule> names(String name, String meaning) {
    if (name.equals(NO_NAME)) {
      return Stream.empty();
    }
    String hint = "hint" + meaning.substring(meaning.indexOf(' '));
    return BEFORE_A_NAME.stream().map(word -> rule(hint, "program *", word + name, "OSKextLib.h"));
  }

  /** Whether a text is told from others without its prefix: it is often quoted so. */
  private static boolean isDistinctive(String text) {
    return text.startsWith("(libkern/kext)") && text.length() >= 35;
  }

  private static Rule rule(String meaning, String origin, String wording, String source) {
    Matcher column = MEANING.matcher(meaning);
    if (!column.matches()) {
      throw new IllegalArgumentException("No meaning: " + meaning);
    }
    List<Category> categories =
        parts(column.group("categories"), "\\+").map(Category::valueOf).toList();
    return new Rule(
        new Meaning(
            Weight.valueOf(column.group("weight").toUpperCase(Locale.ROOT)),
            categories.stream().findFirst(),
            categories.stream().skip(1).toList(),
            Optional.empty(),
            parts(column.group("facts"), "; ").map(FactSpec::of).toList()),
        parts(column.group("role"), " ")
            .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElse(Role.NONE),
        Company.of(parts(column.group("company"), " ").findFirst().orElse("")),
        Origin.of(origin),
        Template.of(wording),
        source,
        wording);
  }

  private static Stream<String> parts(@Nullable String group, String separator) {
    return group == null ? Stream.empty() : Stream.of(group.split(separator, -1));
  }

  private static List<String> columns(String line, int count) {
    List<String> columns = new ArrayList<>(count);
    int start = 0;
    for (int end = line.indexOf(SEPARATOR); end >= 0; end = line.indexOf(SEPARATOR, start)) {
      columns.add(line.substring(start, end));
      start = end + SEPARATOR.length();
    }
    columns.add(line.substring(start));
    if (columns.size() != count) {
      throw new IllegalArgumentException(
          "A row of this table has %d columns, not %d: %s".formatted(count, columns.size(), line));
    }
    return columns;
  }
}
