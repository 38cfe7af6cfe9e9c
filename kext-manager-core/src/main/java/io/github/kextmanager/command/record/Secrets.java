package io.github.kextmanager.command.record;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are secret by the name of the option or the variable before them. */
final class Secrets {
  private static final String NAMES =
      "(?:pass(?:word|wd|phrase|code)|secret|token|credential|api[_-]?key)";
  private static final Pattern OPTION =
      Pattern.compile("--?(?:pass|[\\w-]{0,40}" + NAMES + "[\\w-]{0,40})", CASE_INSENSITIVE);
  private static final Pattern OPTION_WITH_VALUE =
      Pattern.compile(
          "(--?(?:pass|[\\w-]{0,40}" + NAMES + "[\\w-]{0,40})=)(.+)",
          CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile(NAMES, CASE_INSENSITIVE);

  private Secrets() {}

  /** The words of a command line without the secrets. */
  static List<String> withoutSecrets(List<String> argv) {
    List<String> words = new ArrayList<>(argv.size());
    boolean secret = false;
    for (String word : argv) {
      Matcher joined = OPTION_WITH_VALUE.matcher(word);
      if (secret) {
        words.add(Placeholder.SECRET.text());
      } else if (joined.matches()) {
        words.add(joined.group(1) + Placeholder.SECRET);
      } else {
        words.add(word);
      }
      secret = !secret && OPTION.matcher(word).matches();
    }
    return words;
  }

  /** Whether the value of an environment variable is secret. */
  static boolean isSecret(String variable) {
    return VARIABLE.matcher(variable).find();
  }

  /** The secrets of a command line and its environment. */
  static List<String> in(List<String> argv, Map<String, String> environment) {
    List<String> secrets = new ArrayList<>();
    List<String> without = withoutSecrets(argv);
    for (int i = 0; i < argv.size(); i++) {
      if (!without.get(i).equals(argv.get(i))) {
        Matcher joined = OPTION_WITH_VALUE.matcher(argv.get(i));
        secrets.add(joined.matches() ? joined.group(2) : argv.get(i));
      }
    }
    environment.forEach(
        (name, value) -> {
          if (isSecret(name)) {
            secrets.add(value);
          }
        });
    return secrets;
  }
}
