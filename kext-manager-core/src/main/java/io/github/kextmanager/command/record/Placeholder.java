package io.github.kextmanager.command.record;

/** What stands in a recording for what was left out. */
public enum Placeholder {
  /** The name of whoever records, of the home folder, or of whoever called sudo. */
  USER("<user>"),
  /** The name of another home folder below {@code /Users} or {@code /home}. */
  OTHER_USER("<other-user>"),
  /** A name of the machine. */
  HOST("<host>"),
  /** The domain of the machine. */
  DOMAIN("<domain>"),
  /** An e-mail address. */
  EMAIL("<email>"),
  /** A serial number. */
  SERIAL_NUMBER("<serial-number>"),
  /** A UUID or UDID of the hardware. */
  HARDWARE_UUID("<hardware-uuid>"),
  /** A hardware address of a network interface. */
  HARDWARE_ADDRESS("<hardware-address>"),
  /** An address of the internet protocol, of either version. */
  NETWORK_ADDRESS("<network-address>"),
  /** The per-user folder of temporary files, whose name identifies the user. */
  TEMPORARY_FOLDER("<temporary>"),
  /** A password, a token, or the like. */
  SECRET("<secret>"),
  /** A word that whoever records does not want to show. */
  PRIVATE("<private>");

  private final String text;

  Placeholder(String text) {
    this.text = text;
  }

  /**
   * How it is written in a recording. It can be part of a path.
   *
   * @return the text, with its angle brackets
   */
  public String text() {
    return text;
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
