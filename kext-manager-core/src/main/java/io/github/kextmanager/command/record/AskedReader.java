package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the block of a command that was asked. */
final class AskedReader {
  private static final Pattern LIMIT = Pattern.compile("(\\d{1,9}|1\\d{9}|2\\d{9}) bytes");

  /** Checks each part at its own line by the rules of a command line. */
  private static final CommandLine ANY = CommandLine.of(Path.of("/"));

  private static final String NEEDS_WORDS = "a command has the line \"argv| ...\" for each word";

  private AskedReader() {}

  /** Reads from the line after the first one of the block to its end. */
  static RecordedCommand read(int number, RecordingLines lines) {
    int line = lines.number();
    lines.require("a command has the time at which it was asked");
    Duration at = lines.requireValue(Syntax.AT, Milliseconds::parse);
    lines.require("a command has a deadline");
    Duration deadline = lines.requireValue(Syntax.DEADLINE, AskedReader::deadline);
    lines.require(NEEDS_WORDS);
    int limit = Syntax.IMPLIED_LIMIT;
    if (lines.isValue(Syntax.LIMIT)) {
      limit = lines.value(Syntax.LIMIT, AskedReader::limit);
      lines.require(NEEDS_WORDS);
    }
    Path folder = Path.of(Syntax.IMPLIED_FOLDER);
    if (lines.isField(Syntax.FOLDER)) {
      folder = lines.parsed(lines.field(Syntax.FOLDER), AskedReader::folder);
      lines.require(NEEDS_WORDS);
    }
    Map<String, String> environment = environment(lines);
    List<String> argv = argv(lines);
    CommandLine command =
        new CommandLine(
            Path.of(argv.get(0)),
            argv.subList(1, argv.size()),
            environment,
            folder,
            deadline,
            limit);
    return new RecordedCommand(number, line, at, command, Optional.empty());
  }

  private static Map<String, String> environment(RecordingLines lines) {
    if (lines.is(Syntax.NO_ENVIRONMENT)) {
      lines.require(NEEDS_WORDS);
      return Map.of();
    }
    if (!lines.isField(Syntax.VARIABLE)) {
      return Syntax.IMPLIED_ENVIRONMENT;
    }
    Map<String, String> environment = new TreeMap<>();
    while (lines.isField(Syntax.VARIABLE)) {
      String variable = lines.field(Syntax.VARIABLE);
      int equals = variable.indexOf('=');
      if (equals < 1) {
        throw lines.broken("a variable is a name, \"=\" and a value");
      }
      String name = variable.substring(0, equals);
      String value = variable.substring(equals + 1);
      lines.parsed(value, checked -> ANY.withEnvironment(Map.of(name, checked)));
      environment.put(name, value);
      lines.require(NEEDS_WORDS);
    }
    return environment;
  }

  private static List<String> argv(RecordingLines lines) {
    List<String> argv = new ArrayList<>();
    while (lines.isField(Syntax.WORD)) {
      argv.add(
          lines.parsed(
              lines.field(Syntax.WORD),
              argv.isEmpty() ? AskedReader::program : AskedReader::argument));
      lines.require("a block ends with \"end\"");
    }
    if (argv.isEmpty()) {
      throw lines.broken(NEEDS_WORDS);
    }
    if (!lines.is(Syntax.END)) {
      throw lines.broken("after the words of a command stands \"end\"");
    }
    return argv;
  }

  private static String program(String word) {
    return CommandLine.of(Path.of(word)).argv().get(0);
  }

  private static String argument(String word) {
    return CommandLine.of(ANY.executable(), word).arguments().get(0);
  }

  private static Path folder(String text) {
    return ANY.withWorkingDirectory(Path.of(text)).workingDirectory();
  }

  private static Duration deadline(String text) {
    return ANY.withTimeout(Milliseconds.parse(text)).timeout();
  }

  private static int limit(String text) {
    Matcher matcher = LIMIT.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a limit is a number of bytes below 2 GiB, such as \"4096 bytes\"");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
