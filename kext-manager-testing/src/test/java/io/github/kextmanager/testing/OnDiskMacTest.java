package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnDiskMacTest {
  private static final MacOsVersion CATALINA = MacOsVersion.parse("10.15.7");
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");
  private static final CommandLine LOAD =
      CommandLine.of(Path.of("/sbin/kextload"), "-b", WIDGET.value());

  @TempDir Path temporary;

  @Test
  void goes_on_where_it_was() {
    OnDiskMac mac = mac();
    mac.change(
        it -> {
          it.install(TestKext.named(WIDGET.value()));
          it.approve(WIDGET);
        });
    mac.run(LOAD);

    OnDiskMac again = OnDiskMac.at(mac.root());

    assertThat(again.report().bootSession()).isEqualTo(mac.report().bootSession());
    assertThat(again.report().kernel().kexts()).isEqualTo(mac.report().kernel().kexts());
    assertThat(again.report().kernel().find(WIDGET)).isPresent();
    assertThat(again.report().approvedKexts()).containsExactly(WIDGET.value());
  }

  @Test
  void a_restart_is_one_for_all() {
    OnDiskMac mac = mac();
    var session = mac.report().bootSession();

    OnDiskMac.at(mac.root()).change(SimulatedMac::restart);

    assertThat(mac.report().bootSession()).isNotEqualTo(session);
  }

  @Test
  void a_change_that_fails_half_way_has_not_happened() {
    OnDiskMac mac = mac();

    assertThatThrownBy(
            () ->
                mac.change(
                    it -> {
                      it.approve(WIDGET);
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");

    assertThat(mac.report().approvedKexts()).isEmpty();
  }

  @Test
  void tells_that_no_mac_stands_there() {
    assertThatThrownBy(() -> OnDiskMac.at(temporary))
        .isInstanceOf(OnDiskMacException.class)
        .hasMessage("No simulated Mac stands in " + temporary + ".");
    assertThatThrownBy(() -> OnDiskMac.at(temporary.resolve("none")))
        .isInstanceOf(OnDiskMacException.class)
        .hasMessage("There is no folder " + temporary.resolve("none") + ".");
  }

  @Test
  void tells_of_a_state_of_a_newer_version() throws IOException {
    OnDiskMac mac = mac();
    Path state = mac.root().resolve(".simulated-mac/state.json");
    Files.writeString(
        state, Files.readString(state).replaceFirst("\"format\":\\d+", "\"format\":99999"));

    assertThatThrownBy(mac::report)
        .isInstanceOf(OnDiskMacException.class)
        .hasMessageContaining(state + " is of format 99999")
        .hasMessageContaining("a newer version");
  }

  @Test
  void is_put_into_an_empty_folder_only() throws IOException {
    Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> SimulatedMac.builder(CATALINA).buildAt(temporary))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A Mac is put into a folder that is empty, and " + temporary + " is not.");
  }

  @Test
  void has_no_programs_that_answer_from_the_test() {
    var builder =
        SimulatedMac.builder(CATALINA).program(Path.of("/usr/bin/x"), words -> Reply.exit(0));

    assertThatThrownBy(() -> builder.buildAt(temporary))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/usr/bin/x");
  }

  @Test
  void has_nothing_in_it_if_it_is_bare() {
    OnDiskMac mac =
        SimulatedMac.builder(CATALINA).withoutBundles().buildAt(temporary.resolve("mac"));

    assertThat(mac.report().kernel().kexts()).isEmpty();
    assertThat(mac.root().resolve("System/Library/Extensions")).isEmptyDirectory();
    assertThat(mac.root().resolve("Library/Extensions")).isEmptyDirectory();
  }

  @Test
  void what_its_owner_has_is_roots() {
    OnDiskMac mac = mac();
    mac.change(
        it -> {
          it.install(TestKext.named(WIDGET.value()));
          it.approve(WIDGET);
        });

    assertThat(mac.run(LOAD).termination().isSuccess()).isTrue();
  }

  @Test
  void a_file_that_others_may_write_is_refused() throws IOException {
    OnDiskMac mac = mac();
    Path bundle = mac.ask(it -> it.install(TestKext.named(WIDGET.value())));
    Files.setAttribute(
        mac.root().resolve("." + bundle + "/Contents/Info.plist"), "unix:mode", 0666);

    assertThat(mac.run(LOAD).stderr().text()).contains("file ownership/permissions");
  }

  @Test
  void an_owner_that_was_changed_is_remembered_until_the_file_is_made_again() throws IOException {
    OnDiskMac mac = mac();
    Path bundle = mac.ask(it -> it.install(TestKext.named(WIDGET.value())));
    Path plist = mac.root().resolve("." + bundle + "/Contents/Info.plist").normalize();
    mac.change(it -> it.approve(WIDGET));
    mac.change(it -> it.changeOwner(bundle.resolve("Contents/Info.plist"), 501, 20));
    assertThat(mac.run(LOAD).stderr().text()).contains("file ownership/permissions");

    byte[] bytes = Files.readAllBytes(plist);
    Files.delete(plist);
    Files.write(plist, bytes);

    assertThat(mac.run(LOAD).stderr().text()).isEmpty();
  }

  private OnDiskMac mac() {
    return SimulatedMac.builder(CATALINA).buildAt(temporary.resolve("mac"));
  }
}
