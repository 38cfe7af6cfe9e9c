package io.github.kextmanager.testing.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateParserTest {
  private static final Map<String, String> WIDGET =
      Map.of(
          "process", "kernel",
          "sender", "Widget",
          "messageType", "error",
          "processID", "0",
          "eventMessage", "Kext com.example.Widget start failed (result 0x5).");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process == \"kernel\"",
        "process = 'kernel' AND sender == \"Widget\"",
        "process == \"kextd\" OR eventMessage CONTAINS \"Kext \"",
        "eventMessage contains[c] 'KEXT COM'",
        "eventMessage BEGINSWITH 'Kext' && NOT eventMessage ENDSWITH 'loaded'",
        "process IN {\"kernelmanagerd\", \"kernel\"}",
        "(process == 'a' || process == 'kernel') and (processID == 0)",
        "messageType == error",
        "processID < 1",
        "eventMessage LIKE '*Widget*failed*'",
        "eventMessage MATCHES '.*0x[0-9]\\\\)\\\\.'",
        "! process == 'launchd'",
        "sender != \"Other\"",
        "TRUEPREDICATE"
      })
  void holds_for_a_message_that_is_as_demanded(String predicate) throws Exception {
    assertThat(holds(predicate)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process == \"Kernel\"",
        "process == 'kernel' AND sender == 'Other'",
        "eventMessage CONTAINS 'kext '",
        "NOT (process == 'kernel')",
        "subsystem == 'com.example'",
        "process IN {'kextd'}",
        "FALSEPREDICATE",
        // AND binds closer than OR
        "process == 'a' OR process == 'kernel' AND sender == 'b'"
      })
  void does_not_hold_for_another_message(String predicate) throws Exception {
    assertThat(holds(predicate)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "process",
        "process ==",
        "process == 'kernel",
        "process == 'kernel' AND",
        "(process == 'kernel'",
        "process == 'kernel' process",
        "process IN {",
        "process CONTAINS[x] 'a'",
        "process MATCHES '('",
        "process == %@"
      })
  void refuses_what_is_no_predicate(String text) {
    assertThatThrownBy(() -> PredicateParser.parse(text))
        .isInstanceOf(PredicateSyntaxException.class);
  }

  @Test
  void refuses_a_predicate_that_is_nested_without_end() {
    String deep = "(".repeat(100_000) + "a == 1" + ")".repeat(100_000);

    assertThatThrownBy(() -> PredicateParser.parse(deep))
        .isInstanceOf(PredicateSyntaxException.class)
        .hasMessageContaining("100 levels");
  }

  @Test
  void reads_or_refuses_whatever_it_is_given() {
    String[] pieces = {
      "process", "==", "'a'", "(", ")", "AND", "OR", "NOT", "IN", "{", "}", ",", "[c]", "1", "\"",
      "-"
    };
    var random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(9); piece >= 0; piece--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      assertThat(isReadOrRefused(text.toString())).as(text.toString()).isTrue();
    }
  }

  private static boolean isReadOrRefused(String text) {
    try {
      PredicateParser.parse(text).holds(key -> Optional.of("a"));
      return true;
    } catch (PredicateSyntaxException refused) {
      return !Objects.requireNonNull(refused.getMessage()).isBlank();
    }
  }

  private static boolean holds(String predicate) throws PredicateSyntaxException {
    return PredicateParser.parse(predicate).holds(key -> Optional.ofNullable(WIDGET.get(key)));
  }
}
