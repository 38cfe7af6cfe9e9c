package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.PredicateParser;
import io.github.kextmanager.testing.query.Query;
import io.github.kextmanager.testing.query.QueryError;
import io.github.kextmanager.testing.query.QueryReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The query of kextfind and its report, read from the words behind the options (kext_tools,
 * kextfind_main.c). What is wrong with them is said, and ends the program, but is no failure.
 */
final class KextfindQuery {
  private static final String NO_HEADING = "-no-header";

  private final KextfindArguments arguments;
  private final List<String> words;
  private final KextfindUsage usage;
  private final ToolLog log;
  private final QueryPredicates predicates;
  private final QueryCommands commands;
  private final Report report;
  private final ReportPredicates columns;
  private final QueryReader<Candidate> query;
  private final QueryReader<Candidate> reportQuery;
  private int position;
  private boolean hasReport;

  KextfindQuery(
      MacOsVersion release,
      KextfindArguments arguments,
      Invocation invocation,
      Function<String, Optional<Program>> programs,
      ToolLog log) {
    this.arguments = arguments;
    this.words = arguments.words();
    this.position = arguments.queryStart();
    this.usage = new KextfindUsage(invocation.name(), invocation.stderr());
    this.log = log;
    this.predicates = new QueryPredicates(VersionGrammar.of(release), arguments.matching(), log);
    this.commands = new QueryCommands(invocation.stdout(), log);
    this.report = new Report(invocation.stdout());
    this.columns = new ReportPredicates(report, log);
    var exec = new ExecCommand(release, invocation, programs, log);
    Map<String, PredicateParser<Candidate>> parsers = new HashMap<>(predicates.parsers());
    parsers.putAll(commands.parsers());
    parsers.put(
        "-exec",
        rest -> {
          commands.noteAnother();
          return exec.parse(rest);
        });
    Map<String, String> abbreviations = new HashMap<>(QueryPredicates.abbreviations());
    abbreviations.putAll(QueryCommands.abbreviations());
    this.query = new QueryReader<>(parsers, abbreviations);
    this.reportQuery = new QueryReader<>(columns.parsers(), ReportPredicates.abbreviations());
  }

  /** Reads all words; false if something is wrong with them. */
  boolean read() {
    return readQuery() && readReport() && isEverythingRead();
  }

  /** Whether what is loaded must be known. */
  boolean asksKernel() {
    return predicates.asksKernel() || columns.asksKernel();
  }

  Query<Candidate> query() {
    return query.query();
  }

  /** What to print of each kext that is found; empty if the path alone. */
  Optional<Query<Candidate>> report() {
    return hasReport ? Optional.of(reportQuery.query()) : Optional.empty();
  }

  Report rows() {
    return report;
  }

  QueryCommands commands() {
    return commands;
  }

  private boolean readQuery() {
    boolean hasStarted = false;
    while (!isAtReport()) {
      QueryReader.Step step = query.read(words.subList(position, words.size()));
      position += step.words();
      if (!step.goesOn()) {
        break;
      }
      hasStarted = true;
    }
    if (query.error().isPresent()) {
      complain(query.error().get(), "Query", hasStarted ? "query" : "");
      return false;
    }
    return isComplete(query);
  }

  private boolean isAtReport() {
    return position < words.size() && words.get(position).equals(KextfindWords.REPORT);
  }

  private boolean isComplete(QueryReader<Candidate> reader) {
    if (!reader.isComplete()) {
      log.error("Unbalanced groups or trailing operator.");
    }
    return reader.isComplete();
  }

  private boolean readReport() {
    hasReport = isAtReport();
    if (!hasReport) {
      return true;
    }
    position++;
    if (position < words.size() && words.get(position).equals(NO_HEADING)) {
      position++;
      report.leaveOutHeading();
    }
    if (commands.wereRead()) {
      log.error("Can't do report; query has commands.");
      return false;
    }
    int start = position;
    QueryReader.Step step;
    do {
      step = reportQuery.read(words.subList(position, words.size()));
      position += step.words();
    } while (step.goesOn());
    if (position == start) {
      log.error("No report predicates specified.");
      usage.brief();
      return false;
    }
    if (reportQuery.error().isPresent()) {
      complain(reportQuery.error().get(), "Report", "report");
      return false;
    }
    return isComplete(reportQuery);
  }

  /** A word that was looked for beyond the last one is printed as a null pointer is. */
  private void complain(QueryError error, String what, String predicate) {
    String word = position < words.size() ? words.get(position) : "(null)";
    switch (error) {
      case EMPTY_GROUP -> log.error("Empty group near arg #%d.".formatted(position));
      case SYNTAX ->
          log.error("%s syntax error near '%s' (arg #%d).".formatted(what, word, position));
      case NO_PREDICATE -> {
        if (predicate.isEmpty()) {
          log.error("Unknown option/query predicate '%s' (arg #%d).".formatted(word, position));
          usage.brief();
        } else {
          log.error(
              "Expected %s predicate, found '%s' (arg #%d).".formatted(predicate, word, position));
        }
      }
      case BAD_ARGUMENT ->
          log.error(
              "Invalid/missing option or argument for '%s' (arg #%d).".formatted(word, position));
      case NESTING -> {
        // Nobody says anything.
      }
    }
  }

  private boolean isEverythingRead() {
    if (position < words.size()) {
      log.error("Leftover elements '%s'... (arg #%d).".formatted(words.get(position), position));
    }
    return position >= words.size();
  }

  @Override
  public String toString() {
    return arguments.toString();
  }
}
