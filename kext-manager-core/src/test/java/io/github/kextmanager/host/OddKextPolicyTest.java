package io.github.kextmanager.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.exec.ProcessCommandRunner;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases of approvals that are damaged, strange or of a later schema, with the real sqlite3. */
@Timeout(value = 60, unit = SECONDS)
class OddKextPolicyTest {
  private static final Path SQLITE = Path.of("/usr/bin/sqlite3");
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.a");
  private static final String POLICY =
      "CREATE TABLE kext_policy (team_id TEXT, bundle_id TEXT, allowed BOOLEAN, developer_name"
          + " TEXT, flags INTEGER);";

  @TempDir Path folder;
  private final CommandRunner runner = new ProcessCommandRunner();
  private Path database;

  @BeforeEach
  void open() {
    assumeTrue(Files.isExecutable(SQLITE), "needs /usr/bin/sqlite3");
    database = folder.resolve("KextPolicy");
  }

  private void execute(String sql) {
    assertThat(
            runner
                .run(CommandLine.of(SQLITE, "-batch", database.toString(), sql))
                .termination()
                .isSuccess())
        .isTrue();
  }

  private static HostFact<KextPolicy> ask(CommandRunner runner, Path database) {
    return new KextPolicyProbe(
            runner, new Privilege.AlreadyRoot(), Duration.ofSeconds(20), database)
        .ask();
  }

  private KextPolicy read() {
    return ask(runner, database).value().orElseThrow();
  }

  private static String because(HostFact<KextPolicy> fact) {
    return ((NotKnown<KextPolicy>) fact).because();
  }

  @Test
  void rows_of_two_teams_that_differ_are_named_as_contradicting() {
    execute(
        POLICY
            + "INSERT INTO kext_policy VALUES ('T1','com.example.a',1,'',1),"
            + "('T2','com.example.a',0,'',1);");

    assertThat(read().permissionOf(WIDGET)).contains(Permission.CONTRADICTED);
    assertThat(read().decisionsOn(WIDGET)).hasSize(2);
  }

  @Test
  void rows_of_two_teams_that_agree_say_it_together() {
    execute(
        POLICY
            + "INSERT INTO kext_policy VALUES ('T1','com.example.a',1,'',1),"
            + "('T2','com.example.a',1,'',1);");

    assertThat(read().permissionOf(WIDGET)).contains(Permission.ALLOWED);
  }

  @Test
  void an_empty_file_is_told() throws IOException {
    Files.createFile(database);

    assertThat(because(ask(runner, database))).isEqualTo(database + " is empty.");
  }

  @Test
  void a_folder_is_told() throws IOException {
    Files.createDirectory(database);

    assertThat(because(ask(runner, database))).contains(database + " could not be read:");
  }

  @Test
  void a_file_that_breaks_off_is_told() throws IOException {
    execute(POLICY);
    byte[] whole = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(whole, 200));

    assertThat(because(ask(runner, database))).contains(database + " could not be read:");
  }

  @Test
  void a_later_schema_is_read_as_far_as_it_is_known() {
    execute(
        "CREATE TABLE kext_policy (team_id TEXT, identifier TEXT, allowed BOOLEAN, seen TEXT);"
            + "CREATE TABLE kext_policy_v2 (a TEXT);"
            + "INSERT INTO kext_policy VALUES ('T','com.example.a',1,'x');");

    assertThat(read().unknown())
        .contains("kext_policy has no bundle_id", "kext_policy has a new identifier")
        .contains("kext_policy_mdm has no team_id");
  }

  @Test
  void a_view_of_the_name_is_not_taken_for_the_table() {
    execute("CREATE TABLE t (a); CREATE VIEW kext_policy AS SELECT 1 AS allowed;");

    assertThat(because(ask(runner, database))).contains("none of the tables that are known");
  }

  @Test
  void the_name_of_a_column_may_be_anything() {
    execute(
        "CREATE TABLE kext_policy (team_id TEXT, bundle_id TEXT, allowed INTEGER, \"a|b\nc\" TEXT);"
            + "INSERT INTO kext_policy VALUES ('T','com.example.a',0,'x');");

    assertThat(read().unknown()).contains("kext_policy has a new a|b\nc");
    assertThat(read().permissionOf(WIDGET)).contains(Permission.NOT_ALLOWED);
  }

  @Test
  void values_that_are_no_text_are_named() {
    execute(
        POLICY
            + "INSERT INTO kext_policy VALUES (x'c328','com.example.a',1,NULL,NULL),"
            + "(NULL,NULL,NULL,NULL,NULL),('T',x'00ff',2.5,'a'||char(0)||'b',1);");

    KextPolicy policy = read();

    assertThat(policy.decisions()).hasSize(3);
    assertThat(policy.unknown())
        .contains(
            "kext_policy.team_id has a value that is no text: C328",
            "kext_policy.bundle_id has a value that is no text: 00FF");
    assertThat(policy.decisions().get(2).permission()).isEqualTo(Permission.UNREADABLE);
  }

  @Test
  void reads_what_was_written_ahead_while_somebody_writes() throws Exception {
    execute("PRAGMA journal_mode=WAL; " + POLICY);
    Process holder =
        new ProcessBuilder(SQLITE.toString(), database.toString())
            .redirectErrorStream(true)
            .start();
    try (var orders = holder.outputWriter();
        var answers = holder.inputReader()) {
      orders.write(
          """
          INSERT INTO kext_policy VALUES ('T','com.example.a',1,'',1);
          BEGIN IMMEDIATE;
          SELECT 'held';
          """);
      orders.flush();
      assertThat(answers.readLine()).isEqualTo("held");
      assertThat(Path.of(database + "-wal")).exists();

      assertThat(read().permissionOf(WIDGET)).contains(Permission.ALLOWED);
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void reads_thousands_of_rows() {
    execute(POLICY + many(5_000));

    assertThat(read().decisions()).hasSize(5_000);
  }

  @Test
  void more_rows_than_can_be_held_are_told_and_not_shortened() {
    execute(POLICY + many(200_000));

    assertThat(because(ask(runner, database))).isEqualTo("Its answer was cut.");
  }

  private static String many(int rows) {
    return "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<%d) INSERT INTO kext_policy SELECT 'T','com.example.kext.with.a.long.name.'||x,1,'Example',1 FROM c;"
        .formatted(rows);
  }

  @Test
  void an_answer_without_its_end_is_not_taken_for_all() {
    var programs =
        new Programs().answer("/usr/bin/sqlite3", "6B6578745F706F6C696379|7465616D5F6964\n");

    assertThat(because(ask(programs, database)))
        .isEqualTo("sqlite3 printed what was not asked for: it ends before its end.");
  }

  @Test
  void rows_of_another_form_are_not_passed_over() {
    var programs = new Programs().answer("/usr/bin/sqlite3", "| 6B657874 |\nend|\n");

    assertThat(because(ask(programs, database))).contains("what was not asked for");
  }

  private static final String LONG_HISTORY =
      "CREATE TABLE kext_load_history_v3 (path TEXT PRIMARY KEY, team_id TEXT, bundle_id TEXT,"
          + " boot_uuid TEXT, created_at TEXT, last_seen TEXT, flags INTEGER, cdhash TEXT);"
          + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<60000)"
          + " INSERT INTO kext_load_history_v3 SELECT '/Library/Extensions/'||i||'.kext','T',"
          + "'com.example.a','boot','2026-01-02 03:04:05',datetime(60000-i,'unixepoch'),0,"
          + "hex(zeroblob(20)) FROM n;";

  @Test
  void a_long_history_hides_no_approval() {
    execute(POLICY + "INSERT INTO kext_policy VALUES ('T','com.example.a',1,'',1);" + LONG_HISTORY);

    assertThat(read().permissionOf(WIDGET)).contains(Permission.ALLOWED);
  }

  @Test
  void of_a_long_history_the_latest_rows_are_read_and_that_is_told() {
    execute(POLICY + LONG_HISTORY);

    KextPolicy policy = read();

    assertThat(policy.history()).hasSize(2000);
    assertThat(policy.history())
        .last()
        .extracting(KextPolicy.Request::path)
        .isEqualTo("/Library/Extensions/1.kext");
    assertThat(policy.unknown())
        .contains("kext_load_history_v3 has more than 2000 rows, of which the latest were read");
  }
}
