package io.github.kextmanager.testing.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.BootPolicy;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.ProgramRun;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SysctlTest {
  @ParameterizedTest
  @CsvSource({
    "kern.ostype, Darwin",
    "kern.osrelease, 21.6.0",
    "kern.osversion, 21G1",
    "kern.osproductversion, 12.5",
    "kern.osproductversioncompat, 10.16",
    "kern.safeboot, 1",
    "kern.bootargs, -x keepsyms=1",
    "kern.bootsessionuuid, 00000000-0000-0001-0000-00000000000A",
    "kern.auxiliaryfilesetuuid, 00000000-0000-0002-0000-000000000003",
    "hw.use_kernelmanagerd, 1",
    "hw.optional.arm64, 1",
    "hw.machine, arm64",
    "sysctl.proc_translated, 0"
  })
  void knows_a_monterey_on_apple_silicon(String name, String value) {
    assertThat(run("12.5", CpuType.ARM64E, "-n", name))
        .isEqualTo(new ProgramRun(0, value + "\n", ""));
  }

  @Test
  void prints_the_name_before_the_value() {
    assertThat(run("12.5", CpuType.ARM64E, "kern.ostype").stdout())
        .isEqualTo("kern.ostype: Darwin\n");
    assertThat(run("12.5", CpuType.ARM64E, "-e", "kern.ostype").stdout())
        .isEqualTo("kern.ostype=Darwin\n");
    assertThat(run("12.5", CpuType.ARM64E, "-N", "kern.ostype").stdout())
        .isEqualTo("kern.ostype\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hw.optional.arm64", "sysctl.proc_translated", "kern.nonsense"})
  void does_not_know_on_intel_what_there_is_on_apple_silicon_only(String name) {
    assertThat(run("12.5", CpuType.X86_64, "-n", name))
        .isEqualTo(new ProgramRun(1, "", "sysctl: unknown oid '%s'\n".formatted(name)));
    assertThat(run("12.5", CpuType.X86_64, "-in", name)).isEqualTo(new ProgramRun(0, "", ""));
  }

  @Test
  void goes_on_after_a_name_that_it_does_not_know() {
    assertThat(run("12.5", CpuType.X86_64, "-n", "hw.nothing", "kern.ostype", "kern.nothing"))
        .isEqualTo(
            new ProgramRun(
                2,
                "Darwin\n",
                "sysctl: unknown oid 'hw.nothing'\nsysctl: unknown oid 'kern.nothing'\n"));
  }

  @Test
  void does_not_know_the_daemon_before_big_sur() {
    assertThat(run("10.15.7", CpuType.X86_64, "hw.use_kernelmanagerd").status()).isEqualTo(1);
  }

  @Test
  void prints_everything_below_a_name() {
    assertThat(run("10.15.7", CpuType.X86_64, "machdep").lines())
        .containsExactly("machdep.cpu.brand_string: Intel(R) Core(TM) i5-4278U CPU @ 2.60GHz");
    assertThat(run("10.15.7", CpuType.X86_64, "-a").lines())
        .contains("kern.ostype: Darwin", "hw.machine: x86_64");
  }

  @Test
  void sets_nothing() {
    assertThat(run("12.5", CpuType.ARM64E, "-w", "kern.safeboot=0").stderr())
        .isEqualTo("sysctl: oid 'kern.safeboot' is read only\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n", "-Z"})
  void explains_itself_to_words_that_it_does_not_know(String word) {
    ProgramRun answer = run("12.5", CpuType.ARM64E, word);

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.stderr()).contains("usage: sysctl ");
  }

  @Test
  void agrees_with_uname() {
    var kernel = kernel("10.15.7", CpuType.X86_64);

    assertThat(ProgramRun.of(new Uname(kernel), "-r").stdout()).isEqualTo("21.6.0\n");
    assertThat(ProgramRun.of(new Uname(kernel), "-m").stdout()).isEqualTo("x86_64\n");
    assertThat(ProgramRun.of(new Uname(kernel)).stdout()).isEqualTo("Darwin\n");
    assertThat(ProgramRun.of(new Uname(kernel), "-rsm").stdout())
        .isEqualTo("Darwin 21.6.0 x86_64\n");
    assertThat(ProgramRun.of(new Uname(kernel), "-a").stdout())
        .startsWith("Darwin Mac.local 21.6.0 Darwin Kernel Version 21.6.0: ")
        .endsWith("/RELEASE_X86_64 x86_64\n");
    assertThat(ProgramRun.of(new Uname(kernel), "-x").stderr())
        .isEqualTo("uname: illegal option -- x\nusage: uname [-amnprsv]\n");
  }

  private static ProgramRun run(String release, CpuType processor, String... words) {
    var firmware =
        new Firmware(
            SystemIntegrity.ENABLED, BootPolicy.FULL, Map.of("boot-args", "-x keepsyms=1"));
    var variables =
        new SystemVariables(
            kernel(release, processor),
            "21G1",
            () -> new UUID(1, 10),
            () -> Start.SAFE,
            () -> firmware,
            () -> Optional.of(new UUID(2, 3)));
    return ProgramRun.of(new Sysctl(variables), words);
  }

  private static KernelIdentity kernel(String release, CpuType processor) {
    return new KernelIdentity(new Platform(MacOsVersion.parse(release), processor), "21.6.0");
  }
}
