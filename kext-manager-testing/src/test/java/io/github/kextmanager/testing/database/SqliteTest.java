package io.github.kextmanager.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.database.Sqlite.Engine;
import io.github.kextmanager.testing.database.Table.Column;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.program.ProgramRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqliteTest {
  private static final String FILE = "/var/db/SystemPolicyConfiguration/KextPolicy";
  private static final int USER = 501;
  private static final Database POLICY =
      new Database(
          List.of(
              new Table(
                  "kext_policy",
                  List.of(
                      Column.text("team_id"),
                      Column.text("bundle_id"),
                      Column.flag("allowed"),
                      Column.text("developer_name"),
                      Column.integer("flags")),
                  List.of("team_id", "bundle_id"),
                  List.of(
                      List.of("ABCDE12345", "com.example.Widget", "1", "O'Hara, Inc.", "1"),
                      List.of("", "com.example.Gadget", "0", "Unidentified - Gadget", "0")))));

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void lists_rows_with_bars(Engine engine) {
    assertThat(ask(engine, FILE, "select * from kext_policy;"))
        .isEqualTo(
            new ProgramRun(
                0,
                """
                ABCDE12345|com.example.Widget|1|O'Hara, Inc.|1
                |com.example.Gadget|0|Unidentified - Gadget|0
                """,
                ""));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void lists_some_columns_of_some_rows(Engine engine) {
    assertThat(
            ask(
                    engine,
                    "/private" + FILE,
                    "SELECT bundle_id, allowed FROM kext_policy WHERE team_id = 'ABCDE12345'"
                        + " AND allowed=1")
                .stdout())
        .isEqualTo("com.example.Widget|1\n");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void lists_the_columns_of_all_tables(Engine engine) {
    assertThat(
            ask(
                    engine,
                    FILE,
                    "SELECT hex(m.name)||'|'||hex(p.name) FROM sqlite_master m,"
                        + " pragma_table_info(m.name) p WHERE m.type='table';")
                .lines())
        .startsWith(
            "6B6578745F706F6C696379|7465616D5F6964", "6B6578745F706F6C696379|62756E646C655F6964");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void lists_rows_as_hexadecimal_digits(Engine engine) {
    assertThat(
            ask(
                    engine,
                    FILE,
                    "SELECT 'kext_policy|'||hex(\"team_id\")||'|'||hex(\"allowed\") FROM"
                        + " \"kext_policy\"; SELECT 'end|';")
                .lines())
        .containsExactly("kext_policy|41424344453132333435|31", "kext_policy||30", "end|");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void lists_the_rows_with_the_highest_values(Engine engine) {
    assertThat(
            ask(
                    engine,
                    FILE,
                    "SELECT 'k|'||hex(\"allowed\") FROM \"kext_policy\" ORDER BY \"bundle_id\" DESC"
                        + " LIMIT 1; SELECT 'end|';")
                .lines())
        .containsExactly("k|31", "end|");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void prints_csv_with_a_header(Engine engine) {
    assertThat(
            ask(engine, "-csv", "-header", FILE, "select developer_name,flags from kext_policy")
                .lines())
        .containsExactly(
            "developer_name,flags", "\"O'Hara, Inc.\",1", "\"Unidentified - Gadget\",0");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void prints_json(Engine engine) {
    assertThat(ask(engine, "-json", FILE, "select bundle_id,allowed from kext_policy").stdout())
        .isEqualTo(
            """
            [{"bundle_id":"com.example.Widget","allowed":1},
            {"bundle_id":"com.example.Gadget","allowed":0}]
            """);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void prints_lines_and_other_separators(Engine engine) {
    assertThat(
            ask(engine, "-line", FILE, "select team_id,flags from kext_policy where flags=1")
                .stdout())
        .isEqualTo("team_id = ABCDE12345\n  flags = 1\n");
    assertThat(
            ask(
                    engine,
                    "-separator",
                    ";",
                    FILE,
                    "select team_id,flags from kext_policy where flags=1")
                .stdout())
        .isEqualTo("ABCDE12345;1\n");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void obeys_commands_before_statements(Engine engine) {
    assertThat(ask(engine, "-cmd", ".timeout 2000", FILE, "select flags from kext_policy").lines())
        .containsExactly("1", "0");
    assertThat(ask(engine, "-cmd", ".shell id", FILE, "select flags from kext_policy").status())
        .isNotZero();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void prints_the_schema(Engine engine) {
    assertThat(ask(engine, FILE, ".schema").stdout())
        .isEqualTo(
            "CREATE TABLE kext_policy ( team_id TEXT, bundle_id TEXT, allowed BOOLEAN,"
                + " developer_name TEXT, flags INTEGER, PRIMARY KEY (team_id, bundle_id) );\n");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void says_that_a_table_or_a_column_is_not_there(Engine engine) {
    assertThat(ask(engine, FILE, "select * from kext").status()).isEqualTo(1);
    assertThat(ask(engine, FILE, "select * from kext").stderr()).contains("no such table: kext");
    assertThat(ask(engine, FILE, "select team from kext_policy").stderr())
        .contains("no such column: team");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void writes_nothing(Engine engine) {
    assertThat(ask(engine, FILE, "delete from kext_policy").status()).isNotZero();
    assertThat(ask(engine, FILE, "select flags from kext_policy").lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void answers_from_catalina_on_to_root_alone(Engine engine) {
    var sqlite = sqlite("10.15", engine);

    assertThat(ProgramRun.of(sqlite, USER, FILE, "select * from kext_policy"))
        .isEqualTo(
            new ProgramRun(
                1,
                "",
                "Error: unable to open database \"%s\": unable to open database file\n"
                    .formatted(FILE)));
    assertThat(
            ProgramRun.of(sqlite("10.14", engine), USER, FILE, "select * from kext_policy")
                .status())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void knows_no_other_database_and_no_dangerous_option(Engine engine) {
    assertThat(ask(engine, "/etc/passwd", "select 1").status()).isEqualTo(1);
    assertThat(ask(engine, "-init", "/etc/passwd", FILE).stderr())
        .isEqualTo("sqlite3: Error: unknown option: -init\nUse -help for a list of options.\n");
  }

  @Test
  void reaches_nothing_else_on_the_machine() {
    assumeTrue(RealSqlite.installed().isPresent(), "this machine has no sqlite3 with a safe mode");

    assertThat(ask(Engine.REAL_IF_INSTALLED, FILE, ".shell id").status()).isNotZero();
    assertThat(ask(Engine.REAL_IF_INSTALLED, FILE, "attach '/tmp/other.db' as other").status())
        .isNotZero();
    assertThat(ask(Engine.REAL_IF_INSTALLED, FILE, "select readfile('/etc/passwd')").stdout())
        .doesNotContain("root");
  }

  @Test
  void keeps_the_later_of_two_rows_with_one_key() {
    assumeTrue(RealSqlite.installed().isPresent(), "this machine has no sqlite3 with a safe mode");
    var twice =
        new Table(
            "settings",
            List.of(Column.text("name"), Column.text("value")),
            List.of("name"),
            List.of(List.of("a", "1"), List.of("a", "2")));
    var sqlite =
        new Sqlite(
            MacOsVersion.parse("14.5"),
            new Disk(() -> root),
            () -> new Database(List.of(twice)),
            Engine.REAL_IF_INSTALLED);

    assertThat(ProgramRun.of(sqlite, FILE, "select * from settings").stdout()).isEqualTo("a|2\n");
  }

  @Test
  void says_which_queries_it_understands_without_a_real_one() {
    assertThat(ask(Engine.BUILT_IN, FILE, "select count(*) from kext_policy").stderr())
        .contains("SELECT of columns of one table");
  }

  private ProgramRun ask(Engine engine, String... words) {
    return ProgramRun.of(sqlite("14.5", engine), words);
  }

  private Sqlite sqlite(String release, Engine engine) {
    return new Sqlite(MacOsVersion.parse(release), new Disk(() -> root), () -> POLICY, engine);
  }
}
