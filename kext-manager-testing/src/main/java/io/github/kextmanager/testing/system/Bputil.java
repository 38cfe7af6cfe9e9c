package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.BootPolicy.Level;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code /usr/bin/bputil}, from 11 on as far as {@code -d} and {@code -e}: the local policy of a
 * Mac with Apple silicon. Hashes of what was signed are made up.
 */
public final class Bputil implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/bputil";

  private static final String VOLUME_GROUP = "5D0D176D-E8CC-4E8B-815C-444A679390BD";
  private static final String HASH = "0".repeat(96);
  private static final String SET = "1";
  private static final String ABSENT = "absent";
  private static final int FAILURE = 1;

  private final KernelIdentity kernel;
  private final Supplier<Firmware> firmware;

  /**
   * The program.
   *
   * @param kernel what the kernel says it is
   * @param firmware what the Mac was started with
   */
  public Bputil(KernelIdentity kernel, Supplier<Firmware> firmware) {
    this.kernel = kernel;
    this.firmware = firmware;
  }

  @Override
  public int run(Invocation invocation) {
    if (!kernel.isAppleSilicon()) {
      invocation.stderr().println("bputil is not yet supported on this platform.");
      return FAILURE;
    }
    if (!invocation.isRoot()) {
      invocation.stderr().println("The tool requires running as root");
      return FAILURE;
    }
    warning().forEach(invocation.stdout()::println);
    List<String> shown = List.of("-d", "--display-policy", "-e", "--display-all-policies");
    if (invocation.arguments().size() != 1 || !shown.contains(invocation.arguments().get(0))) {
      invocation
          .stderr()
          .println(
              "bputil: the simulated Mac knows -d and -e; no policy is changed outside"
                  + " recoveryOS");
      return FAILURE;
    }
    policy().forEach(invocation.stdout()::println);
    return 0;
  }

  private static List<String> warning() {
    return List.of(
        "",
        "This utility is not meant for normal users or even sysadmins.",
        "It provides unabstracted access to capabilities which are normally handled for the user"
            + " automatically when changing the security policy through GUIs such as the Startup"
            + " Security Utility in macOS Recovery (\"recoveryOS\").",
        "It is possible to make your system security much weaker and therefore easier to compromise"
            + " using this tool.",
        "This tool is not to be used in production environments.",
        "It is possible to render your system unbootable with this tool.",
        "It should only be used to understand how the security of Apple Silicon Macs works.",
        "Use at your own risk!",
        "");
  }

  private Stream<String> policy() {
    BootPolicyFacts facts = BootPolicyFacts.of(firmware.get());
    return Stream.of(
        "Local policy for volume group %s:".formatted(VOLUME_GROUP),
        "OS environment:",
        "OS Type                                       : macOS",
        "OS Version                              (love): %s.0.0.0.0,0".formatted(darwin()),
        "Volume Group UUID                       (vuid): " + VOLUME_GROUP,
        "",
        "Local policy:",
        "Next Stage Image4 Hash                  (nsih): " + HASH,
        "User Authorized Kext List Hash          (auxp): absent",
        "Auxiliary Kernel Cache Image4 Hash      (auxi): absent",
        "Kext Receipt Hash                       (auxr): absent",
        "CustomKC or fuOS Image4 Hash            (coih): absent",
        securityMode(facts),
        permission("3rd Party Kexts Status", facts.kextsManagedBy(KextManagement.USER), "smb2"),
        permission("User-allowed MDM Control", facts.kextsManagedBy(KextManagement.MDM), "smb3"),
        permission("DEP-allowed MDM Control", Setting.DISABLED, "smb4"),
        integrity(facts),
        protection("Signed System Volume Status", facts.signedSystemVolume(), "sip1"),
        protection("Kernel CTRR Status", facts.kernelProtection(), "sip2"),
        protection("Boot Args Filtering Status", facts.bootArgumentsFilter(), "sip3"));
  }

  private String darwin() {
    return kernel.release().substring(0, kernel.release().lastIndexOf('.'));
  }

  private static String securityMode(BootPolicyFacts facts) {
    String tag = facts.policy().level() == Level.PERMISSIVE ? "smb0 && smb1" : "smb0";
    String value = facts.policy().level() == Level.FULL ? ABSENT : SET;
    return row("Security Mode", facts.level(), tag, value);
  }

  private static String integrity(BootPolicyFacts facts) {
    String word =
        facts.integrity().equals(SystemIntegrity.DISABLED)
            ? "Disabled"
            : facts.integrityProtection() == Setting.ENABLED ? "Enabled" : "Custom";
    String value =
        facts.integrityProtection() == Setting.ENABLED
            ? ABSENT
            : Integer.toHexString(facts.integrity().bits());
    return row("SIP Status", word, "sip0", value);
  }

  private static String permission(String name, Setting setting, String tag) {
    return row(name, setting.word(), tag, setting == Setting.ENABLED ? SET : ABSENT);
  }

  private static String protection(String name, Setting setting, String tag) {
    return row(name, setting.word(), tag, setting == Setting.DISABLED ? SET : ABSENT);
  }

  private static String row(String name, String state, String tag, String value) {
    return "%-28s %-10s (%s): %s".formatted(name + ":", state, tag, value);
  }
}
