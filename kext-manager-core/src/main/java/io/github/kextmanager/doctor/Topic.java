package io.github.kextmanager.doctor;

/** What is looked at before a kext is loaded. */
public enum Topic {
  /** Whether the kext is there. */
  PRESENT("on the disk"),
  /** Whether its bundle can be opened. */
  READABLE("readable"),
  /** Whether the bundle is well made. */
  VALID("well made"),
  /** Whether all of it belongs to root, who alone may write it. */
  AUTHENTIC("owners and modes"),
  /** Whether it is signed for kexts. */
  SIGNED("signature"),
  /** Whether its files are those that were signed. */
  SEALED("unchanged since it was signed"),
  /** Whether it has code for this kernel. */
  ARCHITECTURE("architecture"),
  /** Whether everything that it links against is there. */
  DEPENDENCIES("libraries"),
  /** Whether its libraries belong to root, who alone may write them. */
  LIBRARIES_AUTHENTIC("owners and modes of libraries"),
  /** Whether its libraries are signed for kexts, and unchanged since; macOS asks from 10.11. */
  LIBRARIES_SIGNED("signatures of libraries"),
  /** Whether somebody has allowed its libraries; macOS asks from 10.13. */
  LIBRARIES_APPROVED("approval of libraries"),
  /** Whether its libraries may be loaded in safe mode, in which few kexts may be. */
  LIBRARIES_IN_SAFE_BOOT("libraries in safe boot"),
  /** Whether it lies where macOS takes kexts from. */
  LOCATION("location"),
  /** Whether somebody has allowed it. */
  APPROVED("approval"),
  /** What the owner of a Mac with Apple silicon allows. */
  BOOT_POLICY("boot policy"),
  /** Whether System Integrity Protection asks for signatures of kexts. */
  KEXT_SIGNING("kext signing of System Integrity Protection"),
  /** Whether the Mac was started in safe mode. */
  SAFE_BOOT("safe boot"),
  /** Whether Apple has excluded it. */
  EXCLUDE_LIST("exclude list"),
  /** Whether it is in the collection of others' kexts, from macOS 11. */
  COLLECTION("collection"),
  /** Whether a restart is owed to it. */
  RESTART("restart"),
  /** Whether the version that is loaded is the one on the disk. */
  LOADED_VERSION("loaded version"),
  /** Copies of it that macOS has made. */
  STAGED("protected copies"),
  /** Whether root can be had without a password. */
  PRIVILEGE("privilege"),
  /** Whether this process is translated. */
  ROSETTA("Rosetta"),
  /** Whether the Mac is a guest of another system. */
  VIRTUAL_MACHINE("virtual machine"),
  /** Whether it stood in a kernel panic. */
  PANICS("panics");

  private final String words;

  Topic(String words) {
    this.words = words;
  }

  /**
   * What it is called.
   *
   * @return a few words for people
   */
  public String words() {
    return words;
  }
}
