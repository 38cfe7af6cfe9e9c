package io.github.kextmanager.testing.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a subcommand of kmutil, which reads them as Swift's ArgumentParser does: long
 * names in full, with two dashes, and values as the next word or after {@code =}.
 *
 * @param withValue the long names of options with a value, by every word that stands for them
 * @param withoutValue the long names of options without one, by every word that stands for them
 */
record KmutilOptions(Map<String, String> withValue, Map<String, String> withoutValue) {

  /** What was given. */
  record Given(Map<String, List<String>> values, Set<String> flags) {
    List<String> values(String name) {
      return values.getOrDefault(name, List.of());
    }

    boolean has(String flag) {
      return flags.contains(flag);
    }
  }

  /** Adds an option with a value. */
  KmutilOptions value(String shortName, String longName) {
    return new KmutilOptions(with(withValue, shortName, longName), withoutValue);
  }

  /** Adds an option without a value. */
  KmutilOptions flag(String shortName, String longName) {
    return new KmutilOptions(withValue, with(withoutValue, shortName, longName));
  }

  static KmutilOptions common() {
    return new KmutilOptions(Map.of(), Map.of())
        .value("-V", "--variant-suffix")
        .value("-a", "--arch")
        .flag("-z", "--no-authorization")
        .flag("-v", "--verbose");
  }

  /** Reads the words, or says what is wrong and returns nothing. */
  Optional<Given> read(List<String> words, OutputStreamText stderr) {
    Map<String, List<String>> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (withoutValue.containsKey(option) && equals < 0) {
        flags.add(withoutValue.get(option));
      } else if (withValue.containsKey(option)) {
        if (equals < 0 && ++i == words.size()) {
          stderr.println("Error: Missing value for '%s <value>'".formatted(option));
          return Optional.empty();
        }
        String value = equals < 0 ? words.get(i) : word.substring(equals + 1);
        values.computeIfAbsent(withValue.get(option), any -> new ArrayList<>()).add(value);
      } else {
        stderr.println(
            word.startsWith("-")
                ? "Error: Unknown option '%s'".formatted(option)
                : "Error: Unexpected argument '%s'".formatted(word));
        return Optional.empty();
      }
    }
    return Optional.of(new Given(values, flags));
  }

  private static Map<String, String> with(
      Map<String, String> names, String shortName, String longName) {
    Map<String, String> more = new HashMap<>(names);
    more.put(shortName, longName);
    more.put(longName, longName);
    return Map.copyOf(more);
  }
}
