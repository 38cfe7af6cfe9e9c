package io.github.kextmanager.plist;

/** What the kernel's own parser makes of a property list. */
public sealed interface KernelPlist {
  /**
   * It accepts it.
   *
   * @param root its root, of any kind
   */
  record Accepted(PlistValue root) implements KernelPlist {}

  /**
   * It refuses it.
   *
   * @param message what it says, such as {@code IOCFUnserialize: syntax error near line 12}
   * @param line the line that it names
   * @param reason why, as it does not say
   */
  record Refused(String message, int line, String reason) implements KernelPlist {}
}
