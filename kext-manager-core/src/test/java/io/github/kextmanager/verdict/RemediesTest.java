package io.github.kextmanager.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTest {
  private static final List<MacOsVersion> RELEASES =
      Stream.of("10.6", "10.9", "10.11", "10.13", "10.15", "11", "12.6", "13", "14", "15.7.3", "27")
          .map(MacOsVersion::parse)
          .toList();

  private static List<String> actions(Reason reason, String release, Actor actor) {
    return Remedies.of(reason, MacOsVersion.parse(release)).stream()
        .filter(remedy -> remedy.actor() == actor)
        .map(Remedy::action)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void stand_in_the_order_of_who_can_act(Reason reason) {
    for (MacOsVersion release : RELEASES) {
      assertThat(Remedies.of(reason, release)).extracting(Remedy::actor).isSorted();
    }
  }

  @ParameterizedTest
  @EnumSource
  void there_are_some_against_every_reason_in_the_newest_release(Reason reason) {
    assertThat(Remedies.of(reason, MacOsVersion.parse("27"))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.13, System Preferences > Security & Privacy > General",
    "12.6,  System Preferences > Security & Privacy > General",
    "13,    System Settings > Privacy & Security",
    "27,    System Settings > Privacy & Security",
  })
  void an_approval_is_given_where_the_release_has_it(String release, String place) {
    assertThat(actions(Reason.NOT_APPROVED, release, Actor.PERSON))
        .singleElement()
        .asString()
        .contains(place, "click Allow", "30 minutes");
  }

  @Test
  void an_approval_is_followed_by_a_restart_from_11_on_alone() {
    assertThat(actions(Reason.NOT_APPROVED, "10.15.7", Actor.RESTART)).isEmpty();
    assertThat(actions(Reason.NOT_APPROVED, "11", Actor.RESTART)).hasSize(1);
  }

  @Test
  void the_boot_policy_is_changed_on_apple_silicon_alone() {
    MacOsVersion sonoma = MacOsVersion.parse("14");

    assertThat(Remedies.of(Reason.NOT_APPROVED, TargetMac.of(sonoma, Architecture.ARM64E)))
        .extracting(Remedy::actor)
        .contains(Actor.RECOVERY);
    assertThat(Remedies.of(Reason.NOT_APPROVED, TargetMac.of(sonoma, Architecture.X86_64)))
        .extracting(Remedy::actor)
        .doesNotContain(Actor.RECOVERY);
    assertThat(actions(Reason.NOT_APPROVED, "14", Actor.RECOVERY))
        .singleElement()
        .asString()
        .contains("Startup Security Utility", "Reduced Security");
  }

  @Test
  void commands_are_those_of_the_tools_of_the_release() {
    assertThat(commands(Reason.UNDEFINED_SYMBOLS, "10.15"))
        .containsExactly("kextlibs -undef-symbols KEXT");
    assertThat(commands(Reason.UNDEFINED_SYMBOLS, "11"))
        .containsExactly("kmutil libraries --undef-symbols -p KEXT");
  }

  private static List<String> commands(Reason reason, String release) {
    return Remedies.of(reason, MacOsVersion.parse(release)).stream()
        .flatMap(remedy -> remedy.command().stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      value = {
        "/Library/Extensions/Widget.kext ! sudo chown -R root:wheel"
            + " /Library/Extensions/Widget.kext",
        "/Library/A B/Widget.kext        ! sudo chown -R root:wheel '/Library/A B/Widget.kext'",
        "/tmp/$(reboot).kext             ! sudo chown -R root:wheel '/tmp/$(reboot).kext'",
        "/tmp/a';reboot;'.kext           ! sudo chown -R root:wheel"
            + " '/tmp/a'\\'';reboot;'\\''.kext'",
      })
  void a_path_is_one_word_of_a_command_whatever_it_is(String path, String command) {
    var kext = new NamedKext(Optional.of(path), Optional.empty());

    assertThat(Remedies.of(Reason.BAD_OWNERSHIP, MacOsVersion.parse("10.15")).get(0).about(kext))
        .extracting(Remedy::command)
        .isEqualTo(Optional.of(command));
  }

  @Test
  void an_identifier_that_is_none_is_not_put_into_a_command() {
    Remedy unload =
        Remedies.of(Reason.ALREADY_LOADED_DIFFERENT_VERSION, MacOsVersion.parse("14")).get(0);

    assertThat(unload.about(named("com.example.Widget")).command())
        .contains("sudo kmutil unload -b com.example.Widget");
    assertThat(unload.about(named("com.example;reboot")).command())
        .contains("sudo kmutil unload -b ID");
    assertThat(unload.about(named("-c")).command()).contains("sudo kmutil unload -b ID");
  }

  private static NamedKext named(String identifier) {
    return new NamedKext(Optional.empty(), Optional.of(BundleIdentifier.reported(identifier)));
  }

  @Test
  void a_copy_that_macos_has_staged_is_not_the_kext() {
    var line = new Evidence(Evidence.Source.TEXT, 1, "");
    Details none = Details.NONE;
    var details =
        new Details(
            none.categories(),
            none.identifiers(),
            none.culprit(),
            none.teamIdentifiers(),
            none.osReturn(),
            none.kmErrorCode(),
            none.symbols(),
            List.of(
                new Mention<>(
                    "/private/var/db/KernelExtensionManagement/Staging/a.b.X1/W.kext", line),
                new Mention<>("/Library/Extensions/W.kext", line)),
            none.holders(),
            none.signatureErrors(),
            none.facts(),
            none.releases());

    assertThat(
            NamedKext.of(new Verdict(Category.BAD_OWNERSHIP, List.of(), details, List.of())).path())
        .contains("/Library/Extensions/W.kext");
  }

  @Test
  void a_path_in_which_a_placeholder_stands_is_left_as_it_is() {
    var kext = new NamedKext(Optional.of("/tmp/KEXT/NAME.kext"), Optional.empty());

    assertThat(kext.putInto("sudo ditto KEXT /Library/Extensions/NAME.kext"))
        .isEqualTo("sudo ditto /tmp/KEXT/NAME.kext /Library/Extensions/NAME.kext");
  }

  @Test
  void before_an_attempt_others_help_than_after_one() {
    TargetMac mac = TargetMac.of(MacOsVersion.parse("14"), Architecture.ARM64E);

    assertThat(Remedies.of(Reason.NOT_FOUND, mac, Circumstance.REFUSED))
        .extracting(Remedy::command)
        .contains(Optional.of("sudo kmutil clear-staging"));
    assertThat(Remedies.of(Reason.NOT_FOUND, mac, Circumstance.NOT_TRIED))
        .extracting(Remedy::command)
        .doesNotContain(Optional.of("sudo kmutil clear-staging"));
  }
}
