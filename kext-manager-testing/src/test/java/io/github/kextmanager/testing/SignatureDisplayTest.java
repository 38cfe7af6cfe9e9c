package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What codesign displays of the signatures of test kexts. */
class SignatureDisplayTest {
  private static final String WIDGET = "com.example.driver.Widget";

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.5")).build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void displays_who_signed() {
    String widget = mac.install(TestKext.named(WIDGET).signedBy("ABCDE12345")).toString();

    Answer answer = codesign("-dvvv", widget);

    assertThat(answer.status()).isZero();
    assertThat(answer.stdout()).isEmpty();
    assertThat(answer.stderr().lines())
        .startsWith("Executable=%s/Contents/MacOS/Widget".formatted(widget), "Identifier=" + WIDGET)
        .anyMatch(line -> line.startsWith("Format=bundle with Mach-O universal ("))
        .anyMatch(
            line -> line.matches("CodeDirectory v=20\\d00 size=\\d+ flags=0x.* location=embedded"))
        .contains("Hash type=sha256 size=32", "TeamIdentifier=ABCDE12345")
        .anyMatch(line -> line.matches("CDHash=[0-9a-f]{40}"))
        .anyMatch(line -> line.matches("Info.plist entries=\\d+"))
        .anyMatch(line -> line.startsWith("Sealed Resources "));
  }

  @Test
  void displays_the_executable_alone_without_being_asked_for_more() {
    String widget = mac.install(TestKext.named(WIDGET).adHocSigned()).toString();

    assertThat(codesign("-d", widget).stderr())
        .isEqualTo("Executable=%s/Contents/MacOS/Widget\n".formatted(widget));
    assertThat(codesign("-dv", widget).stderr())
        .contains("\nSignature=adhoc\n", "\nTeamIdentifier=not set\n")
        .doesNotContain("CDHash=");
  }

  @Test
  void displays_that_nobody_signed() {
    String widget = mac.install(TestKext.named(WIDGET).unsigned()).toString();

    assertThat(codesign("-dv", widget))
        .isEqualTo(new Answer(1, "", widget + ": code object is not signed at all\n"));
  }

  @Test
  void verifies_hashes() {
    Path good = mac.install(TestKext.named(WIDGET).signedBy("ABCDE12345"));
    Path bad = mac.install(TestKext.named("com.example.driver.Gadget").tampered());

    assertThat(codesign("-v", good.toString())).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(codesign("-vv", good.toString()).stderr())
        .isEqualTo(
            "%1$s: valid on disk\n%1$s: satisfies its Designated Requirement\n".formatted(good));
    assertThat(codesign("-v", bad.toString()).stderr())
        .startsWith(
            "%s: invalid signature (code or signature have been modified)\n".formatted(bad));
  }

  private Answer codesign(String... words) {
    return new Commands(mac).run("/usr/bin/codesign", words);
  }
}
