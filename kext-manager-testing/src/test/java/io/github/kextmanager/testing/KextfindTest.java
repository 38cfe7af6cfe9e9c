package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Oddities of kextfind that the runs of Apple's own do not show. */
class KextfindTest {
  private static final String WIDGET_PATH = "/Library/Extensions/Widget.kext";
  private static final TestKext WIDGET =
      TestKext.named("com.example.Widget")
          .version("1.5")
          .property("Maker", "Example")
          .at(Path.of(WIDGET_PATH));

  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @BeforeEach
  void install() {
    mac.install(WIDGET);
  }

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void finds_a_kext_that_is_well_made() {
    assertThat(find("-b", "com.example.Widget", "-valid", "-authentic", "-loadable"))
        .isEqualTo(found());
  }

  @Test
  void finds_what_is_loaded() {
    assertThat(find("-b", "com.example.Widget", "-loaded")).isEqualTo(Answer.SILENT_SUCCESS);

    mac.approve(WIDGET.identifier());
    new Commands(mac).run("/sbin/kextload", WIDGET_PATH);

    assertThat(find("-b", "com.example.Widget", "-loaded")).isEqualTo(found());
  }

  @Test
  void takes_less_than_for_equal() {
    assertThat(find("-b", "com.example.Widget", "-V", "lt1.5")).isEqualTo(found());
    assertThat(find("-b", "com.example.Widget", "-V", "lt2")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void takes_less_than_for_nothing_before_a_range() {
    assertThat(find("-b", "com.example.Widget", "-V", "lt1-2")).isEqualTo(found());
    assertThat(find("-V", "ge1-2").stderr())
        .isEqualTo(
            """
            Invalid version string 'ge1-2'.
            Invalid/missing option or argument for '-V' (arg #1).
            """);
  }

  @Test
  void takes_options_behind_the_argument_too() {
    assertThat(find("-b", "WIDGET", "-s", "-i")).isEqualTo(found());
  }

  @Test
  void forgets_a_folder_that_comes_before_an_option() {
    assertThat(find("/Library", "-s", "-b", "com.example.Widget")).isEqualTo(found());
  }

  @Test
  void wants_arguments_with_a_dash_behind_two() {
    assertThat(find("-p", "-Maker", "x").stderr())
        .isEqualTo(
            """
            Invalid option -Maker for -p (use -- to end options before arguments starting with a hyphen).
            Invalid/missing option or argument for '-p' (arg #1).
            """);
    assertThat(find("-p", "--", "-Maker", "x")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void takes_no_predicate_for_an_argument() {
    assertThat(find("-b", "-s", "-root").stderr())
        .isEqualTo(
            """
            -root is a predicate keyword (use -- to end options before arguments starting with a hyphen).
            Invalid/missing option or argument for '-b' (arg #1).
            """);
  }

  @Test
  void does_not_know_one_of_its_own_predicates_behind_a_command() {
    assertThat(find("-print", "-print0").stderr()).startsWith("Invalid option -print0 for -print");
    assertThat(find("-print", "-kernel-resource").stderr()).startsWith("Invalid option");
  }

  @Test
  void says_nothing_about_a_parenthesis_too_many() {
    assertThat(find("-root", ")")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void names_a_word_that_is_not_there() {
    assertThat(find("-root", "-not").stderr())
        .isEqualTo("Query syntax error near '(null)' (arg #3).\n");
  }

  @Test
  void ends_at_a_version_that_is_none_without_saying_that_it_is_the_end() {
    assertThat(find("-compatible-with-version", "x").stderr())
        .isEqualTo(
            """
            Invalid version string 'x'.
            Leftover elements '-compatible-with-version'... (arg #1).
            """);
  }

  @Test
  void refuses_a_report_of_what_was_printed_already() {
    assertThat(find("-echo", "x", "-report", "-b").stderr())
        .isEqualTo("Can't do report; query has commands.\n");
    assertThat(find("-print", "-report", "-b").stderr())
        .startsWith("Invalid option -report for -print");
  }

  @Test
  void prints_a_row_for_a_kext_that_has_the_property() {
    assertThat(find("-pe", "Maker", "-report", "-V", "-p", "Maker", "-B"))
        .isEqualTo(
            new Answer(0, "CFBundleVersion\tMaker\tBundle\n1.5\tExample\tWidget.kext\n", ""));
  }

  @Test
  void complains_about_names_of_files_inside_of_a_bundle() {
    assertThat(find("-no-paths", "-pe", "Maker", "-pid"))
        .isEqualTo(
            new Answer(
                0,
                "Widget.kext/Contents/Info.plist\n",
                "Invalid argument to copyAdjustedPathForURL().\n"));
  }

  @Test
  void finds_no_kexts_in_an_empty_folder() {
    assertThat(find("/Library")).isEqualTo(new Answer(70, "", "No kernel extensions found.\n"));
  }

  @Test
  void judges_for_another_architecture() {
    assertThat(find("-set-arch", "nonsense"))
        .extracting(Answer::status, answer -> answer.stderr().lines().findFirst().orElse(""))
        .containsExactly(64, "Unknown architecture nonsense.");
    assertThat(find("-set-arch", "ppc", "-b", "com.example.Widget", "-valid").status()).isZero();
  }

  @Test
  void runs_a_program_for_each_kext_up_to_10_8() {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse("10.8.5"))
            .program(Path.of("/usr/bin/touch"), words -> Reply.exit(0).stdout(words + "\n"))
            .build();
    mac.install(WIDGET.at(Path.of("/System/Library/Extensions/Widget.kext")));

    assertThat(find("-pe", "Maker", "-exec", "touch", "[{}]", ";", "-echo", "done").stdout())
        .isEqualTo("[[/System/Library/Extensions/Widget.kext]]\ndone\n");
    assertThat(find("-exec", "touch").stderr())
        .startsWith("No terminating ; for -exec.\nInvalid/missing");
  }

  @Test
  void breaks_off_where_it_is_to_run_a_program_from_10_9_on() {
    assertThat(find("-pe", "Maker", "-exec", "true", ";", "-print"))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void is_not_handed_over_to_kmutil() {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();
    mac.install(WIDGET);

    assertThat(find("-b", "com.example.Widget")).isEqualTo(found());
  }

  private Answer find(String... words) {
    return new Commands(mac).run("/usr/sbin/kextfind", words);
  }

  private static Answer found() {
    return new Answer(0, WIDGET_PATH + "\n", "");
  }
}
