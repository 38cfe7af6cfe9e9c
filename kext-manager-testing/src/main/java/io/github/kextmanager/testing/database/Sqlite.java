package io.github.kextmanager.testing.database;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.database.Rows.NoSuchThingException;
import io.github.kextmanager.testing.database.SqliteArguments.UnknownOptionException;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code /usr/bin/sqlite3}, for the database with the decisions about kernel extensions. System
 * Integrity Protection lets nobody write to it.
 */
public final class Sqlite implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/sqlite3";

  /** The database, which {@code /var} leads to as well. */
  public static final Path KEXT_POLICY =
      Path.of("/private/var/db/SystemPolicyConfiguration/KextPolicy");

  private static final Path ALIAS = Path.of("/var");
  private static final int FAILURE = 1;

  private final MacOsVersion release;
  private final Disk disk;
  private final Supplier<Database> kextPolicy;
  private final Engine engine;

  /**
   * The program.
   *
   * @param release the release, which decides who may read
   * @param disk where the database lies
   * @param kextPolicy what is in the database now
   * @param engine who answers
   */
  public Sqlite(MacOsVersion release, Disk disk, Supplier<Database> kextPolicy, Engine engine) {
    this.release = release;
    this.disk = disk;
    this.kextPolicy = kextPolicy;
    this.engine = engine;
  }

  /** Who answers queries. */
  public enum Engine {
    /** The sqlite3 of the machine that runs the test, if it has one. */
    REAL_IF_INSTALLED,
    /** A small program that understands plain queries of one table. */
    BUILT_IN
  }

  @Override
  public int run(Invocation invocation) {
    SqliteArguments arguments;
    try {
      arguments = SqliteArguments.read(invocation.arguments());
    } catch (UnknownOptionException e) {
      invocation.stderr().println("sqlite3: Error: unknown option: " + e.getMessage());
      invocation.stderr().println("Use -help for a list of options.");
      return FAILURE;
    }
    String file = arguments.file().orElse("");
    if (!real(invocation.absolute(file)).equals(KEXT_POLICY)) {
      return fail("the simulated Mac has no database but %s".formatted(KEXT_POLICY), invocation);
    }
    if (!mayRead(invocation)) {
      return fail(
          "unable to open database \"%s\": unable to open database file".formatted(file),
          invocation);
    }
    Optional<RealSqlite> real =
        engine == Engine.REAL_IF_INSTALLED ? RealSqlite.installed() : Optional.empty();
    if (real.isPresent()) {
      Path onDisk = disk.real(KEXT_POLICY);
      real.get().create(kextPolicy.get(), onDisk);
      return real.get().ask(arguments, onDisk, invocation);
    }
    return Stream.concat(arguments.commands().stream(), arguments.statements().stream())
        .mapToInt(statement -> answer(statement, arguments.mode(), invocation))
        .filter(status -> status != 0)
        .findFirst()
        .orElse(0);
  }

  /** From 10.15 on, other users would need Full Disk Access. */
  private boolean mayRead(Invocation invocation) {
    return invocation.isRoot() || !release.isAtLeast(Releases.CATALINA);
  }

  private static Path real(Path path) {
    return path.startsWith(ALIAS)
        ? Path.of("/private").resolve(Path.of("/").relativize(path))
        : path;
  }

  private int answer(String statement, OutputMode mode, Invocation invocation) {
    if (statement.trim().equals(".schema")) {
      kextPolicy.get().tables().stream()
          .map(Table::createStatement)
          .forEach(invocation.stdout()::println);
      return 0;
    }
    if (statement.trim().startsWith(".timeout")) {
      return 0;
    }
    Optional<List<String>> script = ScriptQuery.answer(statement, kextPolicy.get());
    if (script.isPresent()) {
      script.get().forEach(invocation.stdout()::println);
      return 0;
    }
    Optional<Query> query = Query.parse(statement);
    if (query.isEmpty()) {
      return fail(
          "without a sqlite3 on this machine the simulated Mac answers only SELECT of columns of"
              + " one table, with WHERE and equations, not: "
              + statement,
          invocation);
    }
    try {
      mode.lines(Rows.of(query.get(), kextPolicy.get())).forEach(invocation.stdout()::println);
      return 0;
    } catch (NoSuchThingException e) {
      return fail("in prepare, " + e.getMessage(), invocation);
    }
  }

  private static int fail(String message, Invocation invocation) {
    invocation.stderr().println("Error: " + message);
    return FAILURE;
  }
}
