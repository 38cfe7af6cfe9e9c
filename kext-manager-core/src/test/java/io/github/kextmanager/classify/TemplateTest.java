package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static List<Finding> find(String wording, String text) {
    var rule =
        new Rule(
            new Meaning(
                Weight.CAUSE,
                Optional.of(Category.NOT_FOUND),
                List.of(),
                Optional.empty(),
                List.of()),
            Role.NONE,
            Company.NONE,
            Origin.of("kernel *"),
            Template.of(wording),
            "here",
            wording);
    return Scans.findings(List.of(rule), text);
  }

  private static List<String> captures(String wording, String text) {
    return find(wording, text).stream()
        .flatMap(finding -> finding.captures().stream())
        .map(Capture::text)
        .toList();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '!',
      value = {
        "Kext <id> not found ! Kext a.b.C not found. ! a.b.C",
        "Kext <id> not found ! Kext a.kext.b not found. ! a.kext.b",
        "Kext <id> not found ! Kext x.y is bad; Kext a.b not found. ! a.b",
        "kxld[<id>]: <symbol> ! kxld[a.b]: \t__ZN1AC1Ev ! a.b __ZN1AC1Ev",
        "extension with identifier <id> ! Can't find extension with identifier a.b. ! a.b",
        "Extensions <ids> not approved ! Extensions a.b,c.d, e.f not approved ! a.b,c.d,e.f",
        "<kext> loaded successfully ! kextload: /A B/C.kext loaded successfully ! /A B/C.kext",
        "<kext> loaded successfully ! Foo.kext/ loaded successfully ! Foo.kext/",
        "<kext> loaded successfully ! com.example.Foo loaded successfully ! com.example.Foo",
        "<name> could not be staged ! 'x/y.kext' could not be staged ! x/y.kext",
        "Can't create <kext> ! Can't create /tmp/a b.kext. ! /tmp/a b.kext",
        "bundle at <path> ! bundle at /tmp/a.kext.\" UserInfo ! /tmp/a.kext",
        "class <class> has <n> instances ! class a_B::C has 12 instances. ! a_B::C 12",
        "Kext (<team>, <id>) ! Kext (ABCDE12345, a.b) ! ABCDE12345 a.b",
        "<id>|1|<any>|<n> ! ABCDE12345|a.b|1|Me & Co|8 ! a.b Me & Co 8",
      })
  void captures_what_stands_in_its_slots(String wording, String text, String expected) {
    assertThat(String.join(" ", captures(wording, text))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '!',
      value = {
        "Kext <id> not found ! Kext not found",
        "Kext <id> not found ! Kext Foo not found",
        "Kext <id> not found ! Kext a.b and c.d not found",
        "<kext> loaded successfully ! The configuration loaded successfully",
        "<kext> loaded successfully ! nginx.conf loaded successfully",
        "kxld[<id>]: <symbol> ! kxld[a.b]: The following",
        "Kext (<team>, <id>) ! Kext (abcde12345, a.b)",
        "<km>Code=27 ! NSCocoaErrorDomain Code=27",
        "<km>Code=27 ! com.apple.LocalAuthentication Code=27",
        "<km>Code=27 ! KMErrorDomain Code=270",
        "Code=27 ! MyCode=27",
        "in use or retained ! in use or retainedly",
      })
  void is_not_found_where_something_else_stands_in_a_slot_or_a_word_goes_on(
      String wording, String text) {
    assertThat(find(wording, text)).isEmpty();
  }

  @Test
  void a_word_that_a_terminal_wrapped_is_put_together() {
    String line = "(kernel) a long line up to the last column with Kext com.example.driver.Wid";

    assertThat(captures("Kext <id> not found", line + "\nget not found"))
        .containsExactly("com.example.driver.Widget");
  }

  @Test
  void words_on_two_short_lines_are_two_words() {
    assertThat(captures("Kext <id> unloaded", "Removing Kext a.b\nSuccessfully unloaded"))
        .isEmpty();
    assertThat(captures("Kext <id> unloaded", "Removing Kext a.b.\nUnloaded")).isEmpty();
  }

  @Test
  void identifiers_below_are_taken_up_to_the_first_line_that_is_none() {
    assertThat(captures("these libraries:<below>", "these libraries: \n  a.b\n\n  c.d\nNext line"))
        .containsExactly("a.b", "c.d");
    assertThat(captures("these libraries:<below>", "these libraries:")).isEmpty();
  }

  @Test
  void knows_the_lines_it_was_found_on() {
    Finding finding = find("Kext <id> not found", "first\nthe Kext\na.b\nnot found\nlast").get(0);

    assertThat(finding.lines()).extracting(Evidence::line).containsExactly(2, 3, 4);
    assertThat(finding.captures()).extracting(Capture::line).containsExactly(3);
  }

  @Test
  void a_wording_that_cannot_be_found_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.of("<id> (<any>)"))
        .withMessage("Too short to be found: <id> (<any>)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.of("Kext <id> <any> loaded"))
        .withMessage("Two slots touch in: Kext <id> <any> loaded");
    assertThatIllegalArgumentException().isThrownBy(() -> Template.of("Kext <thing> loaded"));
  }
}
