package io.github.kextmanager.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.exec.ProcessCommandRunner;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.KextPolicy.Decision;
import io.github.kextmanager.host.KextPolicy.Managed;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the real sqlite3; the schema is that of macOS 10.14. */
@Timeout(value = 60, unit = SECONDS)
class KextPolicyProbeTest {
  private static final Path SQLITE = Path.of("/usr/bin/sqlite3");
  private static final String POLICY =
      "CREATE TABLE kext_policy (team_id TEXT, bundle_id TEXT, allowed BOOLEAN, developer_name"
          + " TEXT, flags INTEGER, PRIMARY KEY (team_id, bundle_id));";
  private static final String REST =
      "CREATE TABLE kext_policy_mdm (team_id TEXT, bundle_id TEXT, allowed BOOLEAN, payload_uuid"
          + " TEXT, PRIMARY KEY (team_id, bundle_id)); CREATE TABLE settings (name TEXT, value"
          + " TEXT, PRIMARY KEY (name)); CREATE TABLE kext_load_history_v3 (path TEXT PRIMARY KEY,"
          + " team_id TEXT, bundle_id TEXT, boot_uuid TEXT, created_at TEXT, last_seen TEXT, flags"
          + " INTEGER, cdhash TEXT);";

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

  private HostFact<KextPolicy> ask() {
    return new KextPolicyProbe(
            runner, new Privilege.AlreadyRoot(), Duration.ofSeconds(20), database)
        .ask();
  }

  private String whyNot() {
    return ((NotKnown<KextPolicy>) ask()).because();
  }

  @Test
  void reads_who_allowed_what() {
    execute(
        POLICY
            + REST
            + "INSERT INTO kext_policy VALUES ('ABCDE12345','com.example.a',1,'Example, Inc.',1),"
            + "('','com.example.unsigned',0,'Unidentified',NULL);"
            + "INSERT INTO kext_policy_mdm VALUES ('ABCDE12345','',1,'payload');"
            + "INSERT INTO kext_load_history_v3 VALUES ('/Library/Extensions/a.kext','ABCDE12345',"
            + "'com.example.a','boot','2026-01-02 03:04:05','2026-01-03 03:04:05',0,'cd');");

    KextPolicy policy = ask().value().orElseThrow();

    assertThat(policy.decisions())
        .containsExactlyInAnyOrder(
            new Decision(
                Optional.of("ABCDE12345"),
                BundleIdentifier.of("com.example.a"),
                Permission.ALLOWED,
                Optional.of("Example, Inc."),
                Optional.of("1")),
            new Decision(
                Optional.empty(),
                BundleIdentifier.of("com.example.unsigned"),
                Permission.NOT_ALLOWED,
                Optional.of("Unidentified"),
                Optional.empty()));
    assertThat(policy.managed())
        .containsExactly(
            new Managed(
                Optional.of("ABCDE12345"),
                Optional.empty(),
                Permission.ALLOWED,
                Optional.of("payload")));
    assertThat(policy.history().get(0).values()).containsEntry("last_seen", "2026-01-03 03:04:05");
    assertThat(policy.unknown()).isEmpty();
  }

  @Test
  void no_character_of_a_name_is_taken_for_the_end_of_it() {
    execute(
        POLICY
            + "INSERT INTO kext_policy VALUES ('A|B','com.example.a',1,'a|b'||char(10)||'c''ü',1);");

    Decision decision = ask().value().orElseThrow().decisions().get(0);

    assertThat(decision.team()).contains("A|B");
    assertThat(decision.developer()).contains("a|b\nc'ü");
  }

  @Test
  void survives_a_column_that_is_gone_and_says_so() {
    execute(
        "CREATE TABLE kext_policy (team_id TEXT, bundle_id TEXT, allowed BOOLEAN, colour TEXT);"
            + "INSERT INTO kext_policy VALUES ('T','com.example.a',1,'red');");

    KextPolicy policy = ask().value().orElseThrow();

    assertThat(policy.decisions().get(0).permission()).isEqualTo(Permission.ALLOWED);
    assertThat(policy.unknown())
        .contains(
            "kext_policy has no developer_name",
            "kext_policy has no flags",
            "kext_policy has a new colour");
  }

  @Test
  void takes_no_value_but_0_and_1_for_a_permission() {
    execute(POLICY + "INSERT INTO kext_policy VALUES ('T','com.example.a','yes','',1);");

    assertThat(ask().value().orElseThrow().decisions().get(0).permission())
        .isEqualTo(Permission.UNREADABLE);
  }

  @Test
  void a_database_that_is_missing_is_told() {
    assertThat(whyNot()).contains(database.toString(), "unable to open");
    assertThat(database).doesNotExist();
  }

  @Test
  void a_file_that_is_no_database_is_told() throws IOException {
    Files.writeString(database, "not a database, but long enough to look at ".repeat(50));

    assertThat(whyNot()).contains(database.toString(), "not a database");
  }

  @Test
  void a_database_without_the_tables_is_told() {
    execute("CREATE TABLE other (a TEXT);");

    assertThat(whyNot()).isEqualTo(database + " has none of the tables that are known.");
  }

  @Test
  void a_database_that_is_locked_is_told() throws Exception {
    execute(POLICY);
    Process holder =
        new ProcessBuilder(SQLITE.toString(), database.toString())
            .redirectErrorStream(true)
            .start();
    try (var orders = holder.outputWriter();
        var answers = holder.inputReader()) {
      orders.write("BEGIN EXCLUSIVE;\nSELECT 'held';\n");
      orders.flush();
      assertThat(answers.readLine()).isEqualTo("held");

      assertThat(whyNot()).contains("database is locked");
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void changes_nothing() throws IOException {
    execute(POLICY);
    byte[] before = Files.readAllBytes(database);

    ask();

    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }
}
