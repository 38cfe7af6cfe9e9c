package io.github.kextmanager.testing;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.Occasion.AfterCommands;
import io.github.kextmanager.testing.Occasion.AtTime;
import io.github.kextmanager.testing.Occasion.Run;
import io.github.kextmanager.testing.Occasion.ToKernel;
import io.github.kextmanager.testing.Occasion.ToKextd;
import io.github.kextmanager.testing.Occasion.Turn;
import io.github.kextmanager.testing.Occasion.Turn.Every;
import io.github.kextmanager.testing.Occasion.Turn.Nth;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Occasions as one word: {@code kextload#2}, {@code kernel/load}, {@code any*}. */
final class OccasionText {
  private static final String ANY = "any";
  private static final String KEXTD = "kextd";
  private static final String KERNEL = "kernel/";
  private static final String COMMANDS = "commands+";
  private static final String TIME = "time>=";
  private static final Pattern WITH_TURN = Pattern.compile("([a-z_/-]+)(?:#(\\d{1,6})|(\\*))?");

  private OccasionText() {}

  static String of(Occasion occasion) {
    if (occasion instanceof Run run) {
      return run.tool().map(OccasionText::word).orElse(ANY)
          + run.verb().map(verb -> "/" + verb).orElse("")
          + of(run.turn());
    }
    if (occasion instanceof ToKernel request) {
      return KERNEL + word(request.request()) + of(request.turn());
    }
    if (occasion instanceof ToKextd request) {
      return KEXTD + of(request.turn());
    }
    return occasion instanceof AfterCommands after
        ? COMMANDS + after.commands()
        : TIME + ((AtTime) occasion).time();
  }

  private static String of(Turn turn) {
    if (turn instanceof Every) {
      return "*";
    }
    int number = ((Nth) turn).number();
    return number == 1 ? "" : "#" + number;
  }

  static Occasion parse(String text) {
    try {
      if (text.startsWith(COMMANDS)) {
        return new AfterCommands(Integer.parseInt(text.substring(COMMANDS.length())));
      }
      if (text.startsWith(TIME)) {
        return new AtTime(Instant.parse(text.substring(TIME.length())));
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw unknown(text);
    }
    Matcher parts = WITH_TURN.matcher(text);
    if (!parts.matches()) {
      throw unknown(text);
    }
    Turn turn = turn(parts.group(2), parts.group(3));
    String name = parts.group(1);
    if (name.equals(KEXTD)) {
      return new ToKextd(turn);
    }
    if (name.startsWith(KERNEL)) {
      return new ToKernel(
          named(name.substring(KERNEL.length()), KernelRequest.values(), text), turn);
    }
    if (name.equals(ANY)) {
      return new Run(Optional.empty(), Optional.empty(), turn);
    }
    String[] words = name.split("/", 2);
    return new Run(
        Optional.of(named(words[0], ToolName.values(), text)),
        Optional.of(words).filter(all -> all.length > 1).map(all -> all[1]),
        turn);
  }

  private static Turn turn(@Nullable String number, @Nullable String every) {
    if (every != null) {
      return new Every();
    }
    return new Nth(number == null ? 1 : Integer.parseInt(number));
  }

  private static <E extends Enum<E>> E named(String word, E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static String word(Enum<?> value) {
    return value instanceof ToolName tool
        ? tool.path().substring(tool.path().lastIndexOf('/') + 1)
        : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static IllegalArgumentException unknown(String text) {
    String names =
        Stream.of(
                Stream.of(ANY),
                Arrays.stream(ToolName.values()).map(OccasionText::word),
                Arrays.stream(KernelRequest.values()).map(value -> KERNEL + word(value)),
                Stream.of(KEXTD))
            .flatMap(stream -> stream)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        ("\"%s\" is no occasion. There are %s, each perhaps with #2 for the second one from now or"
                + " * for every one; kmutil/load for one verb of a tool; %s3;"
                + " %s2026-01-31T12:00:00Z.")
            .formatted(text, names, COMMANDS, TIME));
  }
}
