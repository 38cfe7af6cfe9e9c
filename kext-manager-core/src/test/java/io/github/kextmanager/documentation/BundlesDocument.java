package io.github.kextmanager.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page for people who write kexts: a section for each finding, with examples in fences. */
record BundlesDocument(String text) {
  private static final Pattern HEADING = Pattern.compile("(?m)^(##|###) (.*)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)([^\\n]*)\\n(.*?)^```$");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  static BundlesDocument read() {
    try {
      return new BundlesDocument(Files.readString(Path.of("..", "docs", "bundles.md")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A part in a fence.
   *
   * @param language the first word behind the fence
   * @param options the others
   * @param text what is in it
   */
  record Block(String language, String options, String text) {}

  /**
   * The section of a finding.
   *
   * @param category the heading above it
   * @param heading its own, without marks of code
   * @param text all that is below it
   */
  record Section(String category, String heading, String text) {
    List<Block> blocks(String language) {
      return BundlesDocument.blocks(text).filter(b -> b.language().equals(language)).toList();
    }

    boolean hasExample() {
      return BundlesDocument.blocks(text).findAny().isPresent();
    }

    /** The words in bold with which it begins. */
    String effect() {
      String[] parts = text.strip().split("\\*\\*", 3);
      return parts[0].isEmpty() && parts.length == 3 ? parts[1].replace(".", "") : "";
    }

    @Override
    public String toString() {
      return category + ": " + heading;
    }
  }

  /** The keys that every example has. */
  String usualKeys() {
    return blocks(text)
        .filter(block -> block.language().equals("xml"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  List<Section> findings() {
    List<MatchResult> headings = HEADING.matcher(text).results().toList();
    List<Section> sections = new ArrayList<>();
    String category = "";
    for (int i = 0; i < headings.size(); i++) {
      MatchResult heading = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
      if (heading.group(1).equals("##")) {
        category = heading.group(2);
      } else {
        sections.add(
            new Section(
                category, heading.group(2).replace("`", ""), text.substring(heading.end(), end)));
      }
    }
    return sections;
  }

  /** The rows of the table with a header, cell by cell, without marks of code. */
  List<List<String>> table(String header) {
    return text.substring(text.indexOf(header))
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(BundlesDocument::cells)
        .toList();
  }

  /** The elements of a line that holds their order. */
  String lineWith(String beginning) {
    return text.lines().filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|"))
        .skip(1)
        .map(cell -> CODE.matcher(cell.strip()).replaceAll("$1"))
        .toList();
  }

  private static Stream<Block> blocks(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(match -> new Block(match.group(1), match.group(2).strip(), match.group(3)));
  }
}
