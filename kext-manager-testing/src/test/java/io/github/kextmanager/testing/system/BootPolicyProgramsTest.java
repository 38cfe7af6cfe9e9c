package io.github.kextmanager.testing.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.policy.BootPolicy;
import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.BootPolicy.Level;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.ProgramRun;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BootPolicyProgramsTest {
  private static final int USER = 501;
  private static final Firmware NEW =
      new Firmware(SystemIntegrity.ENABLED, BootPolicy.FULL, Map.of());
  private static final Firmware OPEN =
      new Firmware(
          SystemIntegrity.DISABLED,
          new BootPolicy(Level.PERMISSIVE, Set.of(KextManagement.USER)),
          Map.of());

  @Test
  void system_profiler_shows_the_policy_of_a_new_mac() {
    assertThat(profiler(CpuType.ARM64E, NEW, "SPiBridgeDataType").lines())
        .containsExactly(
            "Controller:",
            "",
            "      Model Identifier: Macmini9,1",
            "      Firmware Version: iBoot-23.5.0",
            "      Boot UUID: 00000000-0000-0001-0000-000000000002",
            "      Boot Policy:",
            "        Secure Boot: Full Security",
            "        System Integrity Protection: Enabled",
            "        Signed System Volume: Enabled",
            "        Kernel CTRR: Enabled",
            "        Boot Arguments Filtering: Enabled",
            "        Allow All Kernel Extensions: No",
            "        User Approved Privileged MDM Operations: No",
            "        DEP Approved Privileged MDM Operations: No",
            "");
  }

  @Test
  void system_profiler_shows_what_was_opened() {
    assertThat(profiler(CpuType.ARM64E, OPEN, "SPiBridgeDataType").lines())
        .contains(
            "        Secure Boot: Permissive Security",
            "        System Integrity Protection: Disabled",
            "        Allow All Kernel Extensions: Yes");
  }

  @Test
  void system_profiler_writes_json_and_xml() {
    assertThat(profiler(CpuType.ARM64E, OPEN, "SPiBridgeDataType", "-json").stdout())
        .startsWith("{\n  \"SPiBridgeDataType\" : [\n    {\n")
        .contains("\"ibridge_secure_boot\" : \"Permissive Security\"")
        .contains("\"ibridge_sb_other_kext\" : \"Yes\"");
    assertThat(profiler(CpuType.ARM64E, OPEN, "-xml", "SPiBridgeDataType").stdout())
        .contains("<key>ibridge_sb_other_kext</key>\n\t\t\t\t<string>Yes</string>");
  }

  @Test
  void system_profiler_has_nothing_to_say_of_intel() {
    assertThat(profiler(CpuType.X86_64, NEW, "SPiBridgeDataType"))
        .isEqualTo(new ProgramRun(0, "", ""));
  }

  @Test
  void bputil_shows_the_local_policy_to_root() {
    assertThat(bputil(CpuType.ARM64E, NEW, 0).lines())
        .contains(
            "Security Mode:               Full       (smb0): absent",
            "3rd Party Kexts Status:      Disabled   (smb2): absent",
            "SIP Status:                  Enabled    (sip0): absent",
            "Boot Args Filtering Status:  Enabled    (sip3): absent");
    assertThat(bputil(CpuType.ARM64E, OPEN, 0).lines())
        .contains(
            "Security Mode:               Permissive (smb0 && smb1): 1",
            "3rd Party Kexts Status:      Enabled    (smb2): 1");
  }

  @Test
  void bputil_is_for_root_and_for_apple_silicon() {
    assertThat(bputil(CpuType.ARM64E, NEW, USER))
        .isEqualTo(new ProgramRun(1, "", "The tool requires running as root\n"));
    assertThat(bputil(CpuType.X86_64, NEW, 0).stderr())
        .isEqualTo("bputil is not yet supported on this platform.\n");
  }

  @Test
  void systemextensionsctl_lists_nothing_and_is_locked_while_the_mac_is_protected() {
    var protectedMac = new SystemExtensionsControl(() -> SystemIntegrity.ENABLED);

    assertThat(ProgramRun.of(protectedMac, "list").stdout()).isEqualTo("0 extension(s)\n");
    assertThat(ProgramRun.of(protectedMac, "reset").stdout())
        .startsWith("At this time, this tool cannot be used if System Integrity Protection");
    assertThat(ProgramRun.of(protectedMac, "nonsense").status()).isEqualTo(64);
  }

  private static ProgramRun profiler(CpuType processor, Firmware firmware, String... words) {
    return ProgramRun.of(
        new SystemProfiler(kernel(processor), () -> new UUID(1, 2), () -> firmware), words);
  }

  private static ProgramRun bputil(CpuType processor, Firmware firmware, int uid) {
    return ProgramRun.of(new Bputil(kernel(processor), () -> firmware), uid, "-d");
  }

  private static KernelIdentity kernel(CpuType processor) {
    return new KernelIdentity(new Platform(MacOsVersion.parse("14.5"), processor), "23.5.0");
  }
}
