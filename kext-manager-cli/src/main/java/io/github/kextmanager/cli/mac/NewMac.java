package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.BootSecurity;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import java.nio.file.Path;

/** A simulated Mac that is to stand in a folder, by the words that describe it. */
public final class NewMac {
  private final SimulatedMacBuilder builder;

  private NewMac(SimulatedMacBuilder builder) {
    this.builder = builder;
  }

  /**
   * A Mac with a release.
   *
   * @throws UsageException if the word is none
   */
  public static NewMac of(String release) {
    return new NewMac(SimulatedMac.builder(release(release)));
  }

  /**
   * The release that a word names.
   *
   * @throws UsageException if it names none
   */
  public static MacOsVersion release(String word) {
    try {
      return MacOsVersion.parse(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Chooses the processor. */
  public void chip(String word) {
    builder.chip(
        switch (word) {
          case "intel" -> Chip.INTEL;
          case "intel-32" -> Chip.INTEL_32;
          case "apple-silicon" -> Chip.APPLE_SILICON;
          default ->
              throw new UsageException(
                  "--chip is intel, intel-32 or apple-silicon, not \"" + word + "\".");
        });
  }

  /** Chooses what is let in. */
  public void policy(String word) {
    switch (word) {
      case "full-security" -> builder.bootSecurity(BootSecurity.FULL);
      case "untrusted-kexts" -> builder.allowingUntrustedKexts();
      case "no-kextd" -> builder.withoutKextd();
      case "safe-boot" -> builder.boot(BootMode.SAFE);
      case "sudo-password" -> builder.caller(Caller.SUDOER_WITH_PASSWORD);
      case "sudo-denied" -> builder.caller(Caller.NOT_A_SUDOER);
      default ->
          throw new UsageException(
              "--policy is full-security, untrusted-kexts, no-kextd, safe-boot, sudo-password or"
                  + " sudo-denied, not \""
                  + word
                  + "\".");
    }
  }

  /** Lets the kernel hold what a table shows. */
  public void holding(String table, Console console) {
    builder.holding(HeldTable.read(Path.of(table), console));
  }

  /** Leaves everything out that lies in the folders for extensions. */
  public void bare() {
    builder.withoutBundles();
  }

  /**
   * Makes it.
   *
   * @throws UsageException if there was no such Mac, or the folder is not empty
   */
  public OnDiskMac make(String folder) {
    try {
      return builder.buildAt(PathWord.plain(folder).toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
