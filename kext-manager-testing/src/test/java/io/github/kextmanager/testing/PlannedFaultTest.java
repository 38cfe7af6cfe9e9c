package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.Fault.Work;
import io.github.kextmanager.testing.Occasion.Run;
import io.github.kextmanager.testing.Occasion.Turn.Every;
import io.github.kextmanager.testing.Occasion.Turn.Nth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planned faults are data that can be written down and read again. */
class PlannedFaultTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kextload hang",
        "kextload#2 hang done",
        "any slow PT20S",
        "kmutil/load#2 exit 1",
        "any#7 killed 9",
        "kmutil* killed 15 done",
        "sw_vers exit 3",
        "kextstat flood stderr",
        "kextstat cut 300",
        "kextstat bad-byte 12",
        "kextunload merged-streams",
        "kextload* missing",
        "kextload disk-full",
        "kextunload permission-lost 1",
        "sudo sudo-asks",
        "sudo sudo-hangs",
        "kernel/load#3 kernel-answers 0xdc008016",
        "kernel/terminate-class termination-refused 0xe00002c7",
        "kernel/load panic Widget: no such port",
        "kextload kextd-absent",
        "kextd#2 kextd-answers 0xdc008019",
        "kextload other-copy com.example.Widget uuid",
        "commands+3 approval com.example.Widget",
        "time>=2026-01-31T12:00:00Z approval com.example.Widget"
      })
  void is_written_as_it_was_read(String text) {
    assertThat(PlannedFault.parse(text)).hasToString(text);
  }

  @Test
  void says_which_run_and_what_happens() {
    assertThat(PlannedFault.parse("kextload#2 killed 9 done"))
        .isEqualTo(
            new PlannedFault(
                new Run(Optional.of(ToolName.KEXTLOAD), Optional.empty(), new Nth(2)),
                new Fault.Killed(9, Work.DONE)));
    assertThat(PlannedFault.parse("  any*   missing "))
        .isEqualTo(
            new PlannedFault(
                new Run(Optional.empty(), Optional.empty(), new Every()), new Fault.ToolMissing()));
  }

  @Test
  void every_kind_of_fault_has_a_text() {
    assertThat(FaultText.FORMS.stream().<Class<?>>map(FaultForm::kind).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(records(Fault.class).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kextload | says when and what",
        "kextlaod killed 9 | \"kextlaod\" is no occasion. There are any, kextload,",
        "kextload#0 killed 9 | One counts from 1, not from 0.",
        "kextload killd 9 | \"killd\" is no fault. There are: hang [done],",
        "kextload killed | it is written like \"killed 9 [done]\". A word is missing.",
        "kextload killed nine | \"nine\" is no number.",
        "kextload killed 99 | A signal is 1 to 31, not 99.",
        "kextload killed 9 done twice | \"twice\" is too much.",
        "kextload flood stdin | \"stdin\" is none of the words.",
        "kextload slow 20s | \"20s\" is no ISO 8601 duration.",
        "kextload kernel-answers dc00801x | \"dc00801x\" is no code of 32 bits in hexadecimal.",
        "kextload approval com.exa&mple | com.exa&mple",
        "kextd hang | The fault \"hang\" cannot strike on the occasion \"kextd\".",
        "kernel/unload panic x | The fault \"panic x\" cannot strike on the occasion",
        "commands+2 hang | The fault \"hang\" cannot strike on the occasion \"commands+2\"."
      })
  void says_what_is_wrong_with_a_text(String text, String reason) {
    assertThatThrownBy(() -> PlannedFault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PlannedFaultTest::records)
        : Stream.of(type);
  }
}
