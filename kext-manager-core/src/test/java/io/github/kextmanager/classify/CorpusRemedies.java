package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Actor;
import java.util.Map;

/** What the remedies that the sidecars give in free words come to: who acts, and a word of it. */
final class CorpusRemedies {
  /**
   * A remedy of the table.
   *
   * @param actor who acts
   * @param word what stands in its action or its command
   */
  record Expected(Actor actor, String word) {}

  private static final Expected RESTART = new Expected(Actor.RESTART, "estart");
  private static final Expected CHOWN = new Expected(Actor.ADMINISTRATOR, "chown -R root:wheel");
  private static final Expected UNLOAD_THE_OTHER =
      new Expected(Actor.PROCESS, "unload another copy of it, or another kext");
  private static final Expected REDUCED_SECURITY = new Expected(Actor.RECOVERY, "Reduced Security");
  private static final Expected SIP = new Expected(Actor.RECOVERY, "csrutil");

  private static final Map<String, Expected> TABLE =
      Map.ofEntries(
          Map.entry("unload the other tun kext (Tunnelblick's copy) first", UNLOAD_THE_OTHER),
          Map.entry("another tap kext is loaded", UNLOAD_THE_OTHER),
          Map.entry("build the dext for arm64e", new Expected(Actor.ADMINISTRATOR, "arm64e")),
          Map.entry(
              "rebuild for this OS version",
              new Expected(Actor.ADMINISTRATOR, "build the kext for this release")),
          Map.entry(
              "kextcache --clear-staging / kmutil clear-staging, check disk space and SIP",
              new Expected(Actor.ADMINISTRATOR, "clear-staging")),
          Map.entry("kext retains itself by design: reboot", RESTART),
          Map.entry("reboot", RESTART),
          Map.entry(
              "unmount its volumes; a lingering mount keeps it",
              new Expected(Actor.PROCESS, "unmount its volumes")),
          Map.entry(
              "not loaded: treat as already unloaded",
              new Expected(Actor.PROCESS, "it is not loaded")),
          Map.entry("chmod -R 755 and chown -R root:wheel", CHOWN),
          Map.entry("sudo chown -R root:wheel", CHOWN),
          Map.entry("disable SIP properly (kext signing) and approve", SIP),
          Map.entry(
              "declare the family in OSBundleLibraries / rebuild",
              new Expected(Actor.PROCESS, "declare them in OSBundleLibraries")),
          Map.entry(
              "move the bundle to /Library/Extensions",
              new Expected(Actor.ADMINISTRATOR, "Copy it to /Library/Extensions")),
          Map.entry(
              "macOS installation damaged", new Expected(Actor.RECOVERY, "install macOS again")),
          Map.entry(
              "disable SIP kext signing / Reduced or Permissive Security, or sign with a"
                  + " kext-capable Developer ID",
              REDUCED_SECURITY),
          Map.entry(
              "Recovery > Startup Security Utility > Reduced Security (allow user management of"
                  + " kernel extensions)",
              REDUCED_SECURITY),
          Map.entry("run in Recovery OS", new Expected(Actor.RECOVERY, "recoveryOS")),
          Map.entry(
              "MDM system-extension policy / user approval",
              new Expected(Actor.MDM, "allow its team or identifier")));

  private CorpusRemedies() {}

  static Map<String, Expected> table() {
    return TABLE;
  }
}
