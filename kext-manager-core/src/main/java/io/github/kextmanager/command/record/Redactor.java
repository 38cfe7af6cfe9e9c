package io.github.kextmanager.command.record;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.stream.Collectors.joining;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.record.Recognised.Memory;
import io.github.kextmanager.command.record.Redaction.Scope;
import io.github.kextmanager.command.record.Redaction.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what must not be in a recording, and learns on the way: a serial number that stood under
 * its label, or a password that followed its option, is found without them afterwards.
 *
 * <p>Not safe for use by several threads.
 */
final class Redactor {
  /** A shorter password, such as one of a single digit, is part of too many other things. */
  private static final int SHORTEST_SECRET = 4;

  /** The serial number "none" is no serial number. */
  private static final int SHORTEST_IDENTIFIER = 8;

  /** What a command says must not make every later one slower. */
  private static final int MOST_LEARNED = 100;

  private final Scope scope;
  private final Pattern homeOfUser;
  private final List<Word> words = new ArrayList<>();
  private KnownWords known;
  private int learned;

  Redactor(Redaction redaction) {
    this.scope = redaction.scope();
    this.homeOfUser = homes(redaction.words());
    redaction.words().stream().filter(Redactor::canStandAlone).forEach(words::add);
    this.known = KnownWords.of(words);
  }

  private static boolean canStandAlone(Word word) {
    return word.placeholder() == Placeholder.PRIVATE || !CommonWords.contain(word.text());
  }

  /** Home folders of users whose names are common words, which only their place gives away. */
  private static Pattern homes(List<Word> words) {
    String names =
        words.stream()
            .filter(word -> word.placeholder() == Placeholder.USER && !canStandAlone(word))
            .map(word -> Pattern.quote(word.text()))
            .collect(joining("|"));
    return Pattern.compile(
        names.isEmpty()
            ? "(?!)"
            : "((?:/|%2F|\\\\/)(?:Users|home)(?:/|%2F|\\\\/))(?:" + names + ")(?![\\p{L}\\p{N}])",
        CASE_INSENSITIVE | UNICODE_CASE);
  }

  /** Learns the secrets of a command before anything of it is written. */
  void learnFrom(CommandLine command) {
    if (scope == Scope.RECOGNISABLE) {
      Secrets.in(command.argv(), command.environment())
          .forEach(secret -> learn(secret, Placeholder.SECRET));
    }
  }

  List<String> argv(List<String> argv) {
    return scope == Scope.NOTHING
        ? argv
        : Secrets.withoutSecrets(argv).stream().map(this::text).toList();
  }

  String variable(String name, String value) {
    return scope == Scope.RECOGNISABLE && Secrets.isSecret(name)
        ? Placeholder.SECRET.text()
        : text(value);
  }

  String output(CapturedOutput output) {
    String text = text(output.text());
    return output.truncated() && scope == Scope.RECOGNISABLE ? known.replaceCutEndOf(text) : text;
  }

  String text(String text) {
    if (scope == Scope.NOTHING || text.isEmpty()) {
      return text;
    }
    return HexWords.replaceIn(plain(ProfilePayloads.withoutOthers(text)), this::plain);
  }

  private String plain(String text) {
    String redacted = recognised(Recognised.BEFORE_WORDS, text);
    redacted = known.replaceIn(redacted);
    redacted = homeOfUser.matcher(redacted).replaceAll("$1" + Placeholder.USER);
    return recognised(Recognised.AFTER_WORDS, redacted);
  }

  private String recognised(List<Recognised> patterns, String text) {
    String redacted = text;
    for (Recognised recognised : patterns) {
      redacted = replaced(recognised, redacted);
    }
    return redacted;
  }

  private String replaced(Recognised recognised, String text) {
    Matcher matcher = recognised.pattern().matcher(text);
    if (!matcher.find()) {
      return text;
    }
    var redacted = new StringBuilder(text.length());
    int copied = 0;
    do {
      if (recognised.memory() == Memory.LEARN) {
        learn(matcher.group("value"), recognised.placeholder());
      }
      redacted.append(text, copied, matcher.start("value")).append(recognised.placeholder());
      copied = matcher.end("value");
    } while (matcher.find());
    return redacted.append(text, copied, text.length()).toString();
  }

  private void learn(String value, Placeholder placeholder) {
    var word = new Word(value.strip(), placeholder);
    if (isWorthLearning(word) && !words.contains(word) && learned < MOST_LEARNED) {
      learned++;
      words.add(word);
      known = KnownWords.of(words);
    }
  }

  private static boolean isWorthLearning(Word word) {
    int length = word.text().length();
    return switch (word.placeholder()) {
      case SECRET -> length >= SHORTEST_SECRET && !CommonWords.contain(word.text());
      case HOST, USER -> canStandAlone(word);
      default ->
          length >= SHORTEST_IDENTIFIER && !word.text().startsWith("<") && canStandAlone(word);
    };
  }
}
