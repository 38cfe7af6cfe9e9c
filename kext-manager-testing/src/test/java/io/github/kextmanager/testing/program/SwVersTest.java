package io.github.kextmanager.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwVersTest {
  @Test
  void prints_the_version_alone() {
    assertThat(swVers("10.15.7", "-productVersion")).isEqualTo("10.15.7\n");
  }

  @Test
  void prints_the_first_release_of_a_year_with_its_zero() {
    assertThat(swVers("14", "-productVersion")).isEqualTo("14.0\n");
  }

  @Test
  void prints_the_build_alone() {
    assertThat(swVers("10.15.7", "-buildVersion")).isEqualTo("19H2\n");
  }

  @Test
  void prints_everything() {
    assertThat(swVers("10.15.7"))
        .isEqualTo("ProductName:\tMac OS X\nProductVersion:\t10.15.7\nBuildVersion:\t19H2\n");
  }

  @Test
  void calls_it_macos_from_11_on_and_aligns_the_values_from_13_on() {
    assertThat(swVers("14.5"))
        .isEqualTo("ProductName:\t\tmacOS\nProductVersion:\t\t14.5\nBuildVersion:\t\t19H2\n");
  }

  private static String swVers(String release, String... arguments) {
    var stdout = new OutputStreamText();
    new SwVers(MacOsVersion.parse(release), "19H2")
        .run(
            new Invocation(
                "sw_vers",
                List.of(arguments),
                Map.of(),
                501,
                Path.of("/"),
                stdout,
                new OutputStreamText()));
    return stdout.text();
  }
}
