package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the runs of Apple's own kextlibs do not show, as they were made on Linux. */
class KextlibsTest {
  private static final TestKext WIDGET =
      TestKext.named("com.example.Widget").at(Path.of("/Library/Extensions/Widget.kext"));

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.13.6")).build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void ends_with_the_status_of_what_is_wrong_with_a_path() {
    mac.install(WIDGET);

    assertThat(libs("/Library/Extensions"))
        .isEqualTo(new Answer(64, "", "/Library/Extensions not of type 'kext'.\n"));
    assertThat(libs("/Gone.kext"))
        .isEqualTo(new Answer(66, "", "Can't stat /Gone.kext - No such file or directory.\n"));
    assertThat(libs("-r", "/Gone", WIDGET.path().toString()).status()).isEqualTo(66);
    assertThat(libs("-r", WIDGET.path() + "/Contents/Info.plist", "x.kext").stderr())
        .isEqualTo(WIDGET.path() + "/Contents/Info.plist is not a directory.\n");
    assertThat(libs(WIDGET.path() + "/Contents/Info.plist/x.kext").stderr())
        .endsWith(" - Not a directory.\n");
  }

  @Test
  void cannot_open_a_bundle_without_a_property_list() {
    mac.install(WIDGET.without("CFBundlePackageType"));

    Answer answer = libs(WIDGET.path().toString());

    assertThat(answer.status()).isEqualTo(71);
    assertThat(answer.stderr()).endsWith("Can't open /Library/Extensions/Widget.kext.\n");
  }

  @Test
  void tells_a_codeless_kext_from_one_with_libraries() {
    mac.install(WIDGET.codeless());

    assertThat(libs(WIDGET.path().toString()).stderr())
        .isEqualTo(
            "/Library/Extensions/Widget.kext has no executable and does not need to declare OSBundleLibraries.\n");
  }

  private Answer libs(String... words) {
    return new Commands(mac).run("/usr/sbin/kextlibs", words);
  }
}
