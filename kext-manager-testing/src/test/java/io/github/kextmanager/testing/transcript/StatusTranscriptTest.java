package io.github.kextmanager.testing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.codesign.Codesign;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.policy.KextConsentSettings;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ProgramRun;
import io.github.kextmanager.testing.system.Csrutil;
import io.github.kextmanager.testing.system.Spctl;
import io.github.kextmanager.testing.system.SystemExtensionsControl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that tell of a Mac's state print what people have pasted of real ones. */
class StatusTranscriptTest {
  @ParameterizedTest
  @CsvSource({
    "csrutil-enabled, 14.5, ARM, 0",
    "csrutil-disabled, 14.5, ARM, 0x6f",
    "csrutil-10.11-all-off-six, 10.11.6, INTEL, 0x67",
    "csrutil-12-custom-arm-10, 12.4, ARM, 0x4e"
  })
  void prints_every_line_of_csrutil(
      String transcript, String release, String processor, String bits) {
    String real = Transcript.squeezed(transcript);

    ProgramRun answer = status(release, processor, bits);

    assertThat(real).contains(Transcript.squeeze(answer.stdout()));
  }

  @ParameterizedTest
  @CsvSource({
    "csrutil-kext-off-only, 10.12.6, INTEL, 0x1, 8",
    "csrutil-10.14-enabled-custom-bare-command, 10.14.6, INTEL, 0x46, 9",
    "csrutil-arm-custom-3-only, 13.4, ARM, 0x46, 5",
    "csrutil-quoted, 14.5, ARM, 0x4, 6"
  })
  void prints_the_lines_of_csrutil_that_the_writer_kept(
      String transcript, String release, String processor, String bits, int kept) {
    List<String> printed =
        status(release, processor, bits).lines().stream().map(Transcript::squeeze).toList();

    List<String> real =
        Transcript.raw(transcript)
            .lines()
            .map(line -> Transcript.squeeze(line.replaceFirst("^> ", "")))
            .filter(line -> line.contains(":"))
            .toList();

    assertThat(real).hasSize(kept).isSubsetOf(printed);
  }

  @Test
  void refuses_as_spctl_outside_recovery() {
    assertContains(
        "spctl-not-recovery",
        run(new Spctl(() -> KextConsentSettings.USUAL), "kext-consent", "add", "VB5E2TV963")
            .stderr());
  }

  @Test
  void explains_itself_as_spctl() {
    ProgramRun answer = run(new Spctl(() -> KextConsentSettings.USUAL));

    assertThat(Transcript.squeeze(answer.stderr()))
        .contains(Transcript.squeezed("spctl-usage-text"));
  }

  @Test
  void finds_no_signature_as_codesign(@TempDir Path root) {
    var disk = new Disk(() -> root);
    disk.write(Path.of("/Example.kext/Contents/Info.plist"), new byte[0]);

    ProgramRun answer = run(new Codesign(disk, CpuType.X86_64), "-dv", "Example.kext");

    assertThat(answer.status()).isEqualTo(Transcript.status("codesign-kext-unsigned", 0));
    assertContains("codesign-kext-unsigned", answer.stderr());
  }

  @Test
  void resets_nothing_as_systemextensionsctl() {
    assertContains(
        "sysext-one-user-tabs",
        run(new SystemExtensionsControl(() -> SystemIntegrity.ENABLED), "reset").stdout());
  }

  private static void assertContains(String transcript, String printed) {
    assertThat(Transcript.squeezed(transcript)).contains(Transcript.squeeze(printed));
  }

  private static ProgramRun status(String release, String processor, String bits) {
    var platform =
        new Platform(
            MacOsVersion.parse(release), processor.equals("ARM") ? CpuType.ARM64E : CpuType.X86_64);
    SystemIntegrity integrity = SystemIntegrity.ofBits(Integer.decode(bits));
    return run(new Csrutil(platform, () -> integrity), "status");
  }

  private static ProgramRun run(Program program, String... words) {
    return ProgramRun.of(program, words);
  }
}
