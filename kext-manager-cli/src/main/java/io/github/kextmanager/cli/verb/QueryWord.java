package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.VersionQuery;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.VersionGrammar;
import java.util.ArrayList;
import java.util.List;

/** A word {@code ID@VERSION}. */
final class QueryWord {
  private QueryWord() {}

  static List<VersionQuery> all(List<String> words, VersionGrammar grammar) {
    List<VersionQuery> queries = new ArrayList<>();
    words.forEach(word -> queries.add(query(word, grammar)));
    return queries;
  }

  private static VersionQuery query(String word, VersionGrammar grammar) {
    int at = word.lastIndexOf('@');
    if (at <= 0) {
      throw new UsageException(
          "--query is an identifier and a version, such as com.example.Widget@1.2, not \""
              + word
              + "\".");
    }
    String version = word.substring(at + 1);
    try {
      return new VersionQuery(
          BundleIdentifier.reported(word.substring(0, at)), version, grammar.parse(version));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--query " + word + ": " + e.getMessage());
    }
  }
}
