package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.unifiedlog.LogArguments.RefusedException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code /usr/bin/log}, as far as {@code show} and {@code stream}. Time stands still while a
 * program runs, so a stream has nothing to show and ends.
 */
public final class Log implements Program {
  /** Where it is, from 10.12 on. */
  public static final String PATH = "/usr/bin/log";

  private static final int USAGE = 64;

  private final MacOsVersion release;
  private final Supplier<List<LogEntry>> entries;
  private final InstantSource clock;
  private final Supplier<UUID> bootSession;

  /**
   * The program.
   *
   * @param release the release, which decides what is printed around the messages
   * @param entries everything that stands in the log, the oldest first
   * @param clock the time of the Mac
   * @param bootSession the boot session of now
   */
  public Log(
      MacOsVersion release,
      Supplier<List<LogEntry>> entries,
      InstantSource clock,
      Supplier<UUID> bootSession) {
    this.release = release;
    this.entries = entries;
    this.clock = clock;
    this.bootSession = bootSession;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    String verb = words.isEmpty() ? "" : words.get(0);
    try {
      return switch (verb) {
        case "show" -> show(read(words), invocation.stdout());
        case "stream" -> stream(read(words), invocation.stdout());
        default -> usage(invocation);
      };
    } catch (RefusedException e) {
      invocation.stderr().println("log: " + e.getMessage());
      return USAGE;
    }
  }

  private LogRequest read(List<String> words) throws RefusedException {
    return LogArguments.read(words.subList(1, words.size()), clock.instant(), bootSession.get());
  }

  private int show(LogRequest request, OutputStreamText stdout) {
    List<LogEvent> chosen = request.choose(entries.get());
    LogStyle style = style(request);
    boolean explains = isForPeople(request) && !release.isAtLeast(Releases.BIG_SUR);
    if (explains) {
      filtering(request).forEach(stdout::println);
      if (request.leavesTypesOut()) {
        stdout.println("Skipping info and debug messages, pass --info and/or --debug to include.");
      }
    }
    Stream.of(style.header(), style.rows(chosen), style.footer(chosen))
        .flatMap(lines -> lines)
        .forEach(stdout::println);
    return 0;
  }

  private int stream(LogRequest request, OutputStreamText stdout) {
    Stream.concat(filtering(request), style(request).header()).forEach(stdout::println);
    return 0;
  }

  private static Stream<String> filtering(LogRequest request) {
    return request.predicate().stream().map("Filtering the log data using \"%s\""::formatted);
  }

  private static boolean isForPeople(LogRequest request) {
    return switch (request.style()) {
      case DEFAULT, SYSLOG, COMPACT -> true;
      case JSON, NDJSON -> false;
    };
  }

  private LogStyle style(LogRequest request) {
    return switch (request.style()) {
      case DEFAULT -> new ColumnStyle(release);
      case SYSLOG -> new SyslogStyle();
      case COMPACT -> new CompactStyle();
      case JSON -> new JsonStyle(JsonStyle.Layout.ARRAY);
      case NDJSON -> new JsonStyle(JsonStyle.Layout.LINES);
    };
  }

  private static int usage(Invocation invocation) {
    List.of(
            "usage:",
            "    log <command>",
            "",
            "commands:",
            "    show            view/search system logs",
            "    stream          watch live system logs")
        .forEach(invocation.stderr()::println);
    return USAGE;
  }
}
