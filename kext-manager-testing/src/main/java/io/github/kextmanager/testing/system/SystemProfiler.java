package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /usr/sbin/system_profiler}, as far as {@code SPiBridgeDataType}: the boot policy of a Mac
 * with Apple silicon, which needs no privileges. Other Macs have nothing to say there.
 */
public final class SystemProfiler implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/sbin/system_profiler";

  private static final String BRIDGE = "SPiBridgeDataType";
  private static final int FAILURE = 1;

  private final KernelIdentity kernel;
  private final Supplier<UUID> bootSession;
  private final Supplier<Firmware> firmware;

  /**
   * The program.
   *
   * @param kernel what the kernel says it is
   * @param bootSession the boot session of now
   * @param firmware what the Mac was started with
   */
  public SystemProfiler(
      KernelIdentity kernel, Supplier<UUID> bootSession, Supplier<Firmware> firmware) {
    this.kernel = kernel;
    this.bootSession = bootSession;
    this.firmware = firmware;
  }

  /** A line of the answer: its key in JSON, its name for people, its value in both. */
  private record Fact(String key, String name, String value) {}

  @Override
  public int run(Invocation invocation) {
    List<String> options =
        invocation.arguments().stream().filter(word -> word.startsWith("-")).toList();
    List<String> types =
        invocation.arguments().stream().filter(word -> !word.startsWith("-")).toList();
    boolean known = Stream.of("-json", "-xml").toList().containsAll(options);
    if (!types.equals(List.of(BRIDGE)) || !known) {
      invocation
          .stderr()
          .println("system_profiler: the simulated Mac knows %s, -json and -xml".formatted(BRIDGE));
      return FAILURE;
    }
    if (options.contains("-json")) {
      invocation.stdout().println(json());
    } else if (options.contains("-xml")) {
      invocation.stdout().println(xml());
    } else if (kernel.isAppleSilicon()) {
      text().forEach(invocation.stdout()::println);
    }
    return 0;
  }

  private Stream<String> text() {
    Stream<String> above = lines("      ", controller());
    Stream<String> below = lines("        ", policy());
    return Stream.of(
            Stream.of("Controller:", ""),
            above,
            Stream.of("      Boot Policy:"),
            below,
            Stream.of(""))
        .flatMap(lines -> lines);
  }

  private static Stream<String> lines(String indent, List<Fact> facts) {
    return facts.stream().map(fact -> indent + fact.name() + ": " + fact.value());
  }

  private List<Fact> controller() {
    return List.of(
        new Fact("ibridge_model_identifier_top", "Model Identifier", "Macmini9,1"),
        new Fact("ibridge_build", "Firmware Version", "iBoot-" + kernel.release()),
        new Fact(
            "ibridge_boot_uuid",
            "Boot UUID",
            bootSession.get().toString().toUpperCase(Locale.ROOT)));
  }

  private List<Fact> policy() {
    BootPolicyFacts facts = BootPolicyFacts.of(firmware.get());
    return List.of(
        new Fact("ibridge_secure_boot", "Secure Boot", facts.level() + " Security"),
        new Fact(
            "ibridge_sb_sip", "System Integrity Protection", facts.integrityProtection().word()),
        new Fact("ibridge_sb_ssv", "Signed System Volume", facts.signedSystemVolume().word()),
        new Fact("ibridge_sb_ctrr", "Kernel CTRR", facts.kernelProtection().word()),
        new Fact(
            "ibridge_sb_boot_args", "Boot Arguments Filtering", facts.bootArgumentsFilter().word()),
        new Fact(
            "ibridge_sb_other_kext",
            "Allow All Kernel Extensions",
            facts.kextsManagedBy(KextManagement.USER).answer()),
        new Fact(
            "ibridge_sb_manual_mdm",
            "User Approved Privileged MDM Operations",
            facts.kextsManagedBy(KextManagement.MDM).answer()),
        new Fact(
            "ibridge_sb_device_mdm",
            "DEP Approved Privileged MDM Operations",
            Setting.DISABLED.answer()));
  }

  private Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    if (kernel.isAppleSilicon()) {
      members.put("_name", "ibridge_item");
      controller().forEach(fact -> members.put(fact.key(), fact.value()));
      members.put("ibridge_extra_boot_policies", "");
      policy().forEach(fact -> members.put(fact.key(), fact.value()));
    }
    return members;
  }

  private String json() {
    String object =
        members().entrySet().stream()
            .map(member -> "      \"%s\" : \"%s\"".formatted(member.getKey(), member.getValue()))
            .collect(Collectors.joining(",\n"));
    return object.isEmpty()
        ? "{\n  \"%s\" : [\n\n  ]\n}".formatted(BRIDGE)
        : "{\n  \"%s\" : [\n    {\n%s\n    }\n  ]\n}".formatted(BRIDGE, object);
  }

  private String xml() {
    String items =
        members().entrySet().stream()
            .map(
                member ->
                    "\t\t\t\t<key>%s</key>\n\t\t\t\t<string>%s</string>\n"
                        .formatted(member.getKey(), member.getValue()))
            .collect(Collectors.joining());
    String list = items.isEmpty() ? "" : "\t\t\t<dict>\n" + items + "\t\t\t</dict>\n";
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <array>
    \t<dict>
    \t\t<key>_dataType</key>
    \t\t<string>%s</string>
    \t\t<key>_items</key>
    \t\t<array>
    %s\t\t</array>
    \t</dict>
    </array>
    </plist>\
    """
        .formatted(BRIDGE, list);
  }
}
