package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootAccessProbeTest {
  private static RootAccess ask(int status, String stdout, String stderr) {
    return fact(status, stdout, stderr).value().orElseThrow();
  }

  private static HostFact<RootAccess> fact(int status, String stdout, String stderr) {
    Programs programs =
        new Programs()
            .answer("/usr/bin/id -u", "501\n")
            .answer("/usr/bin/sudo -n -l", status, stdout, stderr);
    return RootAccessProbe.ask(programs, Duration.ofSeconds(5));
  }

  /** Rules, divided by semicolons. */
  private static String rules(String rules) {
    return "Matching Defaults entries for user on mac:\n    env_reset\n\n"
        + "User user may run the following commands on mac:\n    "
        + rules.replace("; ", "\n    ")
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(ALL) NOPASSWD: ALL", "(ALL : ALL) NOPASSWD: ALL", "(root) NOPASSWD: ALL"})
  void any_command_may_be_run(String rule) {
    assertThat(ask(0, rules(rule), "")).isEqualTo(new RootAccess.AnyCommand());
  }

  @Test
  void some_commands_may_be_run() {
    assertThat(ask(0, rules("(root) NOPASSWD: /sbin/kextload, /sbin/kextunload"), ""))
        .isEqualTo(new RootAccess.SomeCommands(List.of("/sbin/kextload", "/sbin/kextunload")));
  }

  /** As sudo 1.9.13 printed it where nobody saw a terminal. */
  @Test
  void a_long_rule_goes_on_in_the_next_line() {
    String wrapped =
        """
        User jane may run the following commands on mac:
            (root) NOPASSWD: /usr/bin/kmutil load -p
                /Library/Extensions/Wid\\,get.kext
            (root) NOPASSWD: /usr/bin/kmutil unload -b com.example.Widget
        """;

    assertThat(ask(0, wrapped, ""))
        .isEqualTo(
            new RootAccess.SomeCommands(
                List.of(
                    "/usr/bin/kmutil load -p /Library/Extensions/Wid\\,get.kext",
                    "/usr/bin/kmutil unload -b com.example.Widget")));
  }

  @Test
  void a_tag_counts_until_the_next_one() {
    assertThat(ask(0, rules("(root) NOPASSWD: /sbin/kextload, PASSWD: /sbin/kextunload"), ""))
        .isEqualTo(new RootAccess.SomeCommands(List.of("/sbin/kextload")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(ALL) ALL", "(daemon) NOPASSWD: ALL"})
  void a_rule_with_a_password_or_for_another_user_is_none(String rule) {
    assertThat(ask(0, rules(rule), "")).isInstanceOf(RootAccess.None.class);
  }

  @Test
  void a_refusal_keeps_what_sudo_said() {
    assertThat(ask(1, "", "sudo: a password is required\n"))
        .isEqualTo(new RootAccess.None(List.of("sudo: a password is required")));
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "0, garbage", "1, ''"})
  void takes_nothing_else_for_rules_or_a_refusal(int status, String printed) {
    Programs programs =
        new Programs()
            .answer("/usr/bin/id -u", "501\n")
            .answer("/usr/bin/sudo -n -l", status, printed, "");

    assertThat(RootAccessProbe.ask(programs, Duration.ofSeconds(5)).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ALL) NOPASSWD: ALL; (ALL) ALL",
        "(ALL) NOPASSWD: ALL; (root) !ALL",
        "(ALL, !root) NOPASSWD: ALL",
        "(root) NOPASSWD: /sbin/kextload; (#0) PASSWD: /sbin/kextload",
        "(jane : wheel) NOPASSWD: ALL"
      })
  void the_last_rule_that_matches_decides_against_it(String rules) {
    assertThat(ask(0, rules(rules), "")).isInstanceOf(RootAccess.None.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ALL) ALL; (ALL) NOPASSWD: ALL",
        "(#0) NOPASSWD: ALL",
        "(!root, ALL) NOPASSWD: ALL",
        "(ALL) CWD=/tmp TIMEOUT=300 NOEXEC: NOPASSWD: ALL",
        "(%wheel) /bin/sh; (ALL) NOPASSWD: ALL, /bin/ls"
      })
  void the_last_rule_that_matches_decides_for_it(String rules) {
    assertThat(ask(0, rules(rules), "")).isEqualTo(new RootAccess.AnyCommand());
  }

  /** As sudo 1.9.13 lists it. */
  @Test
  void each_command_has_the_tags_before_it() {
    String rule =
        "(root) NOPASSWD: /bin/a, PASSWD: LOG_INPUT: /bin/d, NOPASSWD: /bin/e, !/bin/f; (root)"
            + " NOPASSWD: LOG_INPUT: /sbin/kextload";

    assertThat(ask(0, rules(rule), ""))
        .isEqualTo(new RootAccess.SomeCommands(List.of("/bin/a", "/bin/e", "/sbin/kextload")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ALL) NOPASSWD: ALL, !/bin/sh",
        "(ALL) NOPASSWD: ALL; (root) PASSWD: /bin/sh",
        "(root) NOPASSWD: /sbin/kext*, !/sbin/kextunload",
        "(root) NOPASSWD: /usr/bin/kmutil, !/usr/bin/kmutil load",
        "(%wheel) NOPASSWD: ALL"
      })
  void rules_that_take_back_a_part_are_named_and_not_guessed_at(String rules) {
    String last = rules.substring(rules.lastIndexOf(' ') + 1).replaceFirst("^!", "");

    assertThat(fact(0, rules(rules), ""))
        .isInstanceOfSatisfying(
            HostFact.NotKnown.class, fact -> assertThat(fact.because()).contains(last));
  }

  @Test
  void a_setting_may_spare_the_password_where_no_tag_asks_for_it() {
    String listing =
        rules("(root) /bin/a, PASSWD: /bin/b").replace("env_reset", "env_reset, !authenticate");

    assertThat(ask(0, listing, "")).isEqualTo(new RootAccess.SomeCommands(List.of("/bin/a")));
  }
}
