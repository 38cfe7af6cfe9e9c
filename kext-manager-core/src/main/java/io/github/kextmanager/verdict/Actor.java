package io.github.kextmanager.verdict;

/** Who can apply a remedy, from the nearest to the farthest. */
public enum Actor {
  /** The program that asked, as it runs now. */
  PROCESS("this program"),
  /** Somebody who can become root on this Mac, or who makes the kext. */
  ADMINISTRATOR("an administrator"),
  /** The person at the screen: no program can click there. */
  PERSON("the person at the screen"),
  /** Whoever manages the Mac, with a profile or a command. */
  MDM("the management of the Mac (MDM)"),
  /** Somebody who starts the Mac into recoveryOS. */
  RECOVERY("somebody in recoveryOS"),
  /** A restart of the Mac. */
  RESTART("a restart");

  private final String words;

  Actor(String words) {
    this.words = words;
  }

  /**
   * Who that is.
   *
   * @return words that can stand in a sentence
   */
  public String words() {
    return words;
  }
}
