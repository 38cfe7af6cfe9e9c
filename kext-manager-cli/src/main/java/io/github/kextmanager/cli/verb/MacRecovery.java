package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.testing.BootSecurity;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.Recovery;
import picocli.CommandLine.Model.CommandSpec;

/** Restarts a simulated Mac by way of recoveryOS, where its owner changes what may be loaded. */
final class MacRecovery implements Verb {
  private static final String SECURITY = "--security";
  private static final String SIP = "--sip";
  private static final String CONSENT = "--kext-consent";
  private static final String TEAM = "--allow-team";
  private static final String ARGUMENTS = "--boot-args";
  private static final String FORGET = "--forget-kexts";

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Restart a simulated Mac by way of recoveryOS, where its owner changes its policy.",
                MacAnswer.JSON))
        .value(
            SECURITY,
            "SECURITY",
            "Apple silicon: full, reduced, reduced-managed, reduced-without-kexts or permissive.")
        .value(SIP, "SIP", "System Integrity Protection: on, off or no-kext-signing.")
        .value(CONSENT, "CONSENT", "Whether kexts need consent: on or off.")
        .repeatable(TEAM, "TEAM", "Let the kexts of a team in without consent.")
        .value(ARGUMENTS, "WORDS", "What the kernel is started with.")
        .flag(FORGET, "Take every approval back, and empty the collection.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> it.restartThroughRecovery(recovery -> change(recovery, words)));
    return MacAnswer.give(mac, words, console);
  }

  private static void change(Recovery recovery, Words words) {
    if (words.has(SECURITY)) {
      recovery.chooseBootSecurity(security(words.text(SECURITY)));
    }
    if (words.has(SIP)) {
      protect(recovery, words.text(SIP));
    }
    if (words.has(CONSENT)) {
      require(recovery, words.text(CONSENT));
    }
    words.values(TEAM).forEach(recovery::allowTeam);
    if (words.has(ARGUMENTS)) {
      recovery.bootArguments(words.text(ARGUMENTS));
    }
    if (words.has(FORGET)) {
      recovery.forgetKexts();
    }
  }

  private static BootSecurity security(String word) {
    return switch (word) {
      case "full" -> BootSecurity.FULL;
      case "reduced" -> BootSecurity.REDUCED;
      case "reduced-managed" -> BootSecurity.REDUCED_MANAGED;
      case "reduced-without-kexts" -> BootSecurity.REDUCED_WITHOUT_KEXTS;
      case "permissive" -> BootSecurity.PERMISSIVE;
      default ->
          throw new UsageException(
              SECURITY
                  + " is full, reduced, reduced-managed, reduced-without-kexts or permissive, not \""
                  + word
                  + "\".");
    };
  }

  private static void protect(Recovery recovery, String word) {
    switch (word) {
      case "on" -> recovery.enableIntegrityProtection();
      case "off" -> recovery.disableIntegrityProtection();
      case "no-kext-signing" -> recovery.disableKextSigning();
      default ->
          throw new UsageException(SIP + " is on, off or no-kext-signing, not \"" + word + "\".");
    }
  }

  private static void require(Recovery recovery, String word) {
    switch (word) {
      case "on" -> recovery.enableKextConsent();
      case "off" -> recovery.disableKextConsent();
      default -> throw new UsageException(CONSENT + " is on or off, not \"" + word + "\".");
    }
  }
}
