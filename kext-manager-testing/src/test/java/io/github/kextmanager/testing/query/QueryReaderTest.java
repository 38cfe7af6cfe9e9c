package io.github.kextmanager.testing.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Queries about the letters of a word: {@code a} holds if the word has an a. */
class QueryReaderTest {
  private final List<String> lookedAt = new ArrayList<>();

  @Test
  void no_words_are_a_query_that_always_holds() {
    assertThat(isTrue("", "xyz")).isTrue();
  }

  @Test
  void predicates_side_by_side_must_all_hold() {
    assertThat(isTrue("a b", "ab")).isTrue();
    assertThat(isTrue("a b", "a")).isFalse();
  }

  @Test
  void and_binds_more_tightly_than_or() {
    assertThat(isTrue("a -or b -and c", "a")).isTrue();
    assertThat(isTrue("a -or b c", "a")).isTrue();
    assertThat(isTrue("a b -or c", "c")).isTrue();
    assertThat(isTrue("a b -or c", "a")).isFalse();
  }

  @Test
  void parentheses_bind_most_tightly() {
    assertThat(isTrue("( a -or b ) c", "ac")).isTrue();
    assertThat(isTrue("( a -or b ) c", "a")).isFalse();
    assertThat(isTrue("a ( b -or c ) -or d", "ac")).isTrue();
    assertThat(isTrue("a ( b -or ( c d ) )", "ac")).isFalse();
    assertThat(isTrue("a ( b -or ( c d ) )", "acd")).isTrue();
  }

  @Test
  void what_comes_next_is_negated() {
    assertThat(isTrue("-not a", "b")).isTrue();
    assertThat(isTrue("! a b", "b")).isTrue();
    assertThat(isTrue("-not ( a -or b )", "c")).isTrue();
    assertThat(isTrue("-not ( a -or b )", "b")).isFalse();
    assertThat(isTrue("c -not ( a b )", "ca")).isTrue();
    assertThat(isTrue("-not ( -not ( a ) )", "a")).isTrue();
  }

  @Test
  void no_more_is_looked_at_than_is_needed() {
    assertThat(isTrue("a -or b", "a")).isTrue();
    assertThat(lookedAt).containsExactly("a");

    assertThat(isTrue("a b c", "bc")).isFalse();
    assertThat(lookedAt).containsExactly("a", "a");
  }

  @Test
  void everything_is_looked_at_on_demand() {
    read("a b c").query().evaluateAll("b");

    assertThat(lookedAt).containsExactly("a", "b", "c");
  }

  @Test
  void an_and_may_come_first_and_last_but_not_twice_at_first() {
    assertThat(read("-and a").isComplete()).isTrue();
    assertThat(read("a -and").isComplete()).isTrue();
    assertThat(read("-and -and a").error()).contains(QueryError.SYNTAX);
    assertThat(read("a -and -and -and b").error()).contains(QueryError.SYNTAX);
  }

  @Test
  void something_must_follow_an_or() {
    assertThat(read("a -or").isComplete()).isFalse();
    assertThat(read("( a -or )").isComplete()).isFalse();
    assertThat(read("a -or -or b").error()).contains(QueryError.SYNTAX);
  }

  @Test
  void an_operator_cannot_be_negated() {
    assertThat(read("a -not -or b").error()).contains(QueryError.SYNTAX);
    assertThat(read("a -not").error()).contains(QueryError.SYNTAX);
    assertThat(read("-not -not a").error()).contains(QueryError.NO_PREDICATE);
  }

  @Test
  void parentheses_come_in_pairs_around_something() {
    assertThat(read("( a").isComplete()).isFalse();
    assertThat(read("a )").error()).contains(QueryError.NESTING);
    assertThat(read(")").error()).contains(QueryError.NESTING);
    assertThat(read("( )").error()).contains(QueryError.EMPTY_GROUP);
  }

  @Test
  void the_word_after_a_not_is_to_blame() {
    List<String> words = new ArrayList<>(List.of("-not", "nonsense"));

    assertThat(reader().read(words)).isEqualTo(new QueryReader.Step(1, false));
  }

  @Test
  void a_term_that_fails_fails_the_query() {
    assertThat(read("-not fail").query().evaluate("a")).isEqualTo(Answer.FAILED);
    assertThat(read("fail -or a").query().evaluate("a")).isEqualTo(Answer.FAILED);
    assertThat(read("a -or fail").query().evaluate("a")).isEqualTo(Answer.YES);
    assertThat(read("b fail").query().evaluate("a")).isEqualTo(Answer.NO);
  }

  @Test
  void a_predicate_may_end_the_query_without_a_word() {
    QueryReader<String> reader = read("a stop b");

    assertThat(reader.error()).isEmpty();
    assertThat(reader.isComplete()).isTrue();
  }

  private boolean isTrue(String words, String subject) {
    QueryReader<String> reader = read(words);
    assertThat(reader.isComplete()).as(words).isTrue();
    return reader.query().evaluate(subject) == Answer.YES;
  }

  private QueryReader<String> read(String text) {
    QueryReader<String> reader = reader();
    List<String> words =
        new ArrayList<>(Arrays.stream(text.split(" ", -1)).filter(w -> !w.isEmpty()).toList());
    QueryReader.Step step;
    do {
      step = reader.read(words);
      words = words.subList(step.words(), words.size());
    } while (step.goesOn());
    return reader;
  }

  private QueryReader<String> reader() {
    return new QueryReader<>(
        Map.of(
            "a", letter("a"),
            "b", letter("b"),
            "c", letter("c"),
            "d", letter("d"),
            "fail", words -> new ParsedPredicate.Taken<>(subject -> Answer.FAILED, 1),
            "stop", words -> new ParsedPredicate.Refused<>(Optional.empty())),
        Map.of("!", "-not"));
  }

  private PredicateParser<String> letter(String letter) {
    return words ->
        new ParsedPredicate.Taken<>(
            subject -> {
              lookedAt.add(letter);
              return Answer.of(subject.contains(letter));
            },
            1);
  }
}
