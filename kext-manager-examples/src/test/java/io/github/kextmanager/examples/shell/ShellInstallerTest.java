package io.github.kextmanager.examples.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * {@code install.sh} on six releases: as it is, in a namespace in which the simulated Mac is the
 * Mac, and by name, with the tools of the Mac on the PATH.
 */
class ShellInstallerTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Path SCRIPT = Path.of("src/main/shell/install.sh").toAbsolutePath();

  /** A release, and the statuses at first, when the kext was allowed, and after a restart. */
  static final List<Arguments> RELEASES =
      List.of(
          Arguments.of("10.8.5", List.of(0, 0, 0)),
          Arguments.of("10.11.6", List.of(0, 0, 0)),
          Arguments.of("10.13.6", List.of(27, 0, 0)),
          Arguments.of("10.15.7", List.of(27, 0, 0)),
          Arguments.of("12.6", List.of(27, 28, 0)),
          Arguments.of("15.5", List.of(27, 28, 0)));

  @TempDir Path temporary;
  private Path payload;
  private OnDiskMac mac;

  @BeforeEach
  void unpack() throws IOException {
    payload = Files.createDirectories(temporary.resolve("pay load")).toRealPath();
    Files.copy(SCRIPT, payload.resolve("install.sh"));
    TestKext.named(WIDGET.value()).at(Path.of("/Widget.kext")).writeTo(payload);
  }

  @ParameterizedTest
  @FieldSource("RELEASES")
  void as_it_is_on_a_whole_mac(String release, List<Integer> statuses) throws Exception {
    assumeTrue(
        succeeds("unshare", "-m", "true") || succeeds("unshare", "-rm", "true"),
        "no mount namespace is permitted here");
    start(release);

    assertThat(install(mac.enterScript() + "", "sh", payload + "/install.sh")).isEqualTo(statuses);
  }

  @ParameterizedTest
  @FieldSource("RELEASES")
  void with_the_tools_of_the_mac_on_the_path(String release, List<Integer> statuses)
      throws Exception {
    start(release);

    assertThat(install("sudo", "-n", "sh", payload + "/install.sh", mac.root() + ""))
        .isEqualTo(statuses);
  }

  private void start(String release) {
    mac =
        SimulatedMac.builder(MacOsVersion.parse(release)).buildAt(temporary.resolve("the \"mac\""));
  }

  private List<Integer> install(String... command) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    statuses.add(run(command));
    mac.change(it -> it.approve(WIDGET));
    statuses.add(run(command));
    mac.change(SimulatedMac::restart);
    statuses.add(run(command));
    assertThat(mac.report().kernel().find(WIDGET)).isPresent();
    return statuses;
  }

  private int run(String... command) throws Exception {
    Path said = temporary.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    String path = builder.environment().getOrDefault("PATH", "");
    if (command[0].equals("sudo")) {
      List<String> folders = mac.programFolders().stream().map(Path::toString).toList();
      builder.command().set(0, folders.get(0) + "/sudo");
      builder.environment().put("PATH", String.join(":", folders) + ":" + path);
    }
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(new String(Files.readAllBytes(said), UTF_8)).doesNotContain(": not found");
    return process.exitValue();
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
