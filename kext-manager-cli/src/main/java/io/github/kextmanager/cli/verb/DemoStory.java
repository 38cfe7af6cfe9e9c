package io.github.kextmanager.cli.verb;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.cli.answer.ChangeAnswer;
import io.github.kextmanager.cli.answer.ChangeText;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.LoadAnswer;
import io.github.kextmanager.cli.answer.UnloadAnswer;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import java.util.List;

/** The life of two kexts, step by step. */
final class DemoStory {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");
  private static final BundleIdentifier PANEL = BundleIdentifier.of("com.example.driver.Panel");
  private static final String TEAM = "EXAMPLE123";

  private final SimulatedMac mac;
  private final KextManager manager;
  private final MacOsVersion release;
  private final Format format;
  private final Console console;
  private int step;

  DemoStory(
      SimulatedMac mac, KextManager manager, MacOsVersion release, Format format, Console console) {
    this.mac = mac;
    this.manager = manager;
    this.release = release;
    this.format = format;
    this.console = console;
  }

  void tell() {
    say(
        "A simulated Mac with macOS %s. Nothing of this happens to your machine."
            .formatted(release));

    step("Two kexts come onto its disk; Panel links against Widget");
    Path widget = install(TestKext.named(WIDGET.value()).version("1.2.3").compatibleFrom("1.0"));
    Path panel = install(TestKext.named(PANEL.value()).needing(WIDGET.value(), "1.2"));

    step("Loading Widget is refused: nobody has approved it");
    load(widget);

    step("Somebody allows the kexts of the team in Privacy & Security");
    mac.approveTeam(TEAM);
    if (release.isAtLeast(MacOsVersion.BIG_SUR)) {
      step("From macOS 11 on an approved kext waits for a restart");
      load(widget, panel);
      step("The Mac is restarted");
      mac.restart();
    }

    step("Now Widget is loaded");
    load(widget);

    step("Panel is loaded on top of it");
    load(panel);

    step("Unloading Widget is refused: one look shows that Panel links against it");
    answer(UnloadAnswer.of(manager.unload(UnloadRequest.of(WIDGET))));

    step("Unloaded in order, Panel first");
    answer(UnloadAnswer.of(manager.unload(UnloadRequest.of(WIDGET).dependentsFirst())));
  }

  private Path install(TestKext kext) {
    Path bundle = mac.install(kext.signedBy(TEAM));
    say("  " + bundle + " (" + kext.identifier() + ")");
    return bundle;
  }

  private void load(Path... bundles) {
    LoadRequest request = LoadRequest.of(bundles);
    answer(LoadAnswer.of(request, manager.load(request)));
  }

  private void answer(List<ChangeAnswer> answers) {
    if (format == Format.JSON) {
      ChangeAnswer.give(answers, release, format, console);
    } else {
      ChangeText.narrate(answers, console);
    }
  }

  private void step(String title) {
    step++;
    say("");
    say(step + ". " + title);
  }

  private void say(String line) {
    if (format == Format.TEXT) {
      console.print(line);
    }
  }
}
