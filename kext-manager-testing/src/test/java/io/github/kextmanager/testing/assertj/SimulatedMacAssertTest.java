package io.github.kextmanager.testing.assertj;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static io.github.kextmanager.testing.assertj.Values.WIDGET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.junit.InstalledKext;
import io.github.kextmanager.testing.junit.OnMac;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a Mac, and of what a look at it shows: each passes, and tells the story where it does not. */
@OnMac(
    release = "10.15.7",
    caller = Caller.SUDOER_WITHOUT_PASSWORD,
    kexts = {
      @InstalledKext(value = "com.example.Widget", approved = true),
      @InstalledKext("com.example.Plug")
    })
class SimulatedMacAssertTest {
  private static final String PLUG = "com.example.Plug";
  private static final String BUNDLE = "/Library/Extensions/Widget.kext";

  @BeforeEach
  void load_both(KextManager manager) {
    manager.load(Path.of(BUNDLE));
    manager.load(Path.of("/Library/Extensions/Plug.kext"));
  }

  @Test
  void ran_a_program_itself_or_through_sudo(SimulatedMac mac) {
    assertThat(mac)
        .ran("/usr/sbin/kextstat")
        .ran("/sbin/kextload")
        .ran("/sbin/kextload", "--", BUNDLE)
        .ran("/usr/bin/id", "-u")
        .didNotRun("/usr/bin/kmutil");

    assertFails(mac, () -> assertThat(mac).ran("/usr/bin/kmutil"), "to have run /usr/bin/kmutil");
    assertFails(
        mac,
        () -> assertThat(mac).ran("/sbin/kextload", "-b", "com.example.None"),
        "to have run /sbin/kextload -b com.example.None");
    assertFails(
        mac, () -> assertThat(mac).didNotRun("/sbin/kextload"), "not to have run /sbin/kextload");
  }

  @Test
  void ran_nothing(SimulatedMac mac) {
    try (SimulatedMac unused = SimulatedMac.builder(Values.CATALINA).build()) {
      assertThat(unused).ranNothing();
    }

    assertFails(mac, () -> assertThat(mac).ranNothing(), "to have run nothing");
  }

  @Test
  void has_loaded_a_kext(SimulatedMac mac) {
    assertThat(mac).hasLoaded(WIDGET.value()).hasNotLoaded(PLUG);

    assertFails(mac, () -> assertThat(mac).hasLoaded(PLUG), "to have loaded com.example.Plug");
    assertFails(
        mac,
        () -> assertThat(mac).hasNotLoaded(WIDGET.value()),
        "not to have loaded com.example.Widget");
  }

  @Test
  void awaits_approval(SimulatedMac mac) {
    assertThat(mac).awaitsApprovalOf(PLUG);

    assertFails(
        mac,
        () -> assertThat(mac).awaitsApprovalOf(),
        "to await approval of [], not of [com.example.Plug]");
  }

  @Test
  void a_status_shows_what_is_loaded(KextManager manager) {
    assertThat(manager.status(WIDGET))
        .hasState(LifecycleState.LOADED)
        .isLoaded()
        .isLoadedIn("1.0.0");
    assertThat(manager.status(Values.PLUG)).isNotLoaded();

    assertStatusFails(
        () -> assertThat(manager.status(WIDGET)).hasState(LifecycleState.IN_USE), "to be IN_USE");
    assertStatusFails(
        () -> assertThat(manager.status(WIDGET)).isLoadedIn("2"), "to be loaded in version 2");
    assertStatusFails(() -> assertThat(manager.status(WIDGET)).isNotLoaded(), "not to be loaded");
    assertThatThrownBy(() -> assertThat(manager.status(Values.PLUG)).isLoaded())
        .hasMessageContaining("to be loaded, but it is NOT_LOADED.\nLoaded: no.\nOn disk: /Lib");
  }

  @Test
  void a_status_shows_where_the_bundle_lies(KextManager manager) {
    assertThat(manager.status(WIDGET)).isOnDiskAt(Path.of(BUNDLE));
    assertThat(manager.status(Values.NONE)).isNotOnDisk();

    assertStatusFails(
        () -> assertThat(manager.status(WIDGET)).isOnDiskAt(Path.of("/opt/W.kext")),
        "to lie at /opt/W.kext");
    assertStatusFails(
        () -> assertThat(manager.status(WIDGET)).isNotOnDisk(), "not to lie on the disk");
    assertThatThrownBy(() -> assertThat(manager.status(Values.NONE)).isOnDiskAt(Path.of(BUNDLE)))
        .hasMessageContaining("On disk: nowhere.");
  }

  private static void assertStatusFails(ThrowingCallable check, String expected) {
    assertThatThrownBy(check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "Expected com.example.Widget " + expected + ", but it is LOADED.",
            "Loaded: com.example.Widget (1.0.0).",
            "On disk: /Library/Extensions/Widget.kext (1.0.0).");
  }

  private static void assertFails(SimulatedMac mac, ThrowingCallable check, String expected) {
    assertThatThrownBy(check)
        .isInstanceOf(AssertionError.class)
        .hasMessage("Expected the Mac " + expected + ".\n" + mac.transcript());
  }
}
