package io.github.kextmanager.bundle;

/**
 * When a kext must be there ({@code OSBundleRequired}); without it, a kext is not loaded in a safe
 * boot and not part of the early boot.
 *
 * <p>Case counts. Another text than those of the constants is no error to macOS up to 10.15: it
 * makes a note of it and goes on (IOKitUser, OSKext.c).
 *
 * @param text the text as found
 */
public record BootRequirement(String text) {
  /** To mount any root file system. */
  public static final BootRequirement ROOT = new BootRequirement("Root");

  /** To mount a root file system on a local disk. */
  public static final BootRequirement LOCAL_ROOT = new BootRequirement("Local-Root");

  /** To mount a root file system over the network. */
  public static final BootRequirement NETWORK_ROOT = new BootRequirement("Network-Root");

  /** In a safe boot too. */
  public static final BootRequirement SAFE_BOOT = new BootRequirement("Safe Boot");

  /** For the console: its display and keyboard. */
  public static final BootRequirement CONSOLE = new BootRequirement("Console");

  /** Returns the text as found. */
  @Override
  public String toString() {
    return text;
  }
}
