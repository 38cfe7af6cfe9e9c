package io.github.kextmanager.examples.embedding;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import java.nio.file.Path;

/** The shortest useful program: load a driver and say what came of it. Runs on a Mac. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Loads a driver.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    KextManager manager = KextManager.create();
    LoadOutcome outcome = manager.load(Path.of("/Library/Extensions/Widget.kext"));
    if (outcome.isLoaded()) {
      System.out.println("The driver is running.");
    } else if (outcome instanceof LoadOutcome.Deferred deferred) {
      System.out.println(
          switch (deferred.until()) {
            case APPROVAL -> "Please allow the driver in System Settings, then start again.";
            case RESTART -> "Please restart the Mac.";
          });
    } else {
      System.out.println("macOS refused: " + outcome.report().verdict().category());
      outcome.report().verdict().evidence().forEach(line -> System.out.println("  " + line.text()));
    }
  }
}
