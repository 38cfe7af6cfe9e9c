package io.github.kextmanager.testing.ondisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes use one Mac at once, and some are killed: its kernel stays one. */
@Tag("processes")
class SharedKernelTest {
  private static final int KEXTS = 4;

  @TempDir Path temporary;
  private OnDiskMac mac;

  @BeforeEach
  void make() {
    mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).buildAt(temporary.resolve("mac"));
    mac.change(
        it -> {
          for (int i = 0; i < KEXTS; i++) {
            TestKext kext = TestKext.named(identifier(i)).compatibleFrom("1.0");
            it.install(i == 0 ? kext : kext.needing(identifier(i - 1), "1.0"));
          }
        });
  }

  @Test
  void twenty_loads_and_unloads_at_the_same_time_leave_a_kernel_that_could_be() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      processes.add(start(i % 3 == 2 ? "sbin/kextunload" : "sbin/kextload", identifier(i % KEXTS)));
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isIn(0, 1, 3, 71);
    }

    requireSound(mac.report().kernel());
  }

  @Test
  void of_processes_that_are_killed_everything_has_happened_or_nothing() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < 25; i++) {
      Process victim =
          start(
              random.nextBoolean() ? "sbin/kextload" : "sbin/kextunload",
              identifier(random.nextInt(KEXTS)));
      boolean ended = victim.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
      victim.destroyForcibly().waitFor();

      requireSound(mac.report().kernel());
      try (Stream<Path> files = Files.list(mac.root().resolve(".simulated-mac"))) {
        assertThat(files.map(Path::getFileName))
            .as("after %d, which ended: %s", i, ended)
            .allMatch(
                name ->
                    Set.of("state.json", "state.json.new", "lock", "launcher", "enter", "stage")
                        .contains(name.toString()));
      }
    }

    assertThat(start("sbin/kextload", identifier(KEXTS - 1)).waitFor()).isZero();
    assertThat(mac.report().kernel().find(BundleIdentifier.of(identifier(KEXTS - 1)))).isPresent();
  }

  private Process start(String tool, String identifier) throws IOException {
    return new ProcessBuilder(mac.root().resolve(tool).toString(), "-b", identifier)
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("said").toFile())
        .start();
  }

  private static String identifier(int i) {
    return "com.example.driver.K" + i;
  }

  /** Tags and addresses are given once, libraries are loaded, and references are what links. */
  private static void requireSound(KextSnapshot kernel) {
    Set<Integer> tags = new HashSet<>();
    Set<Long> addresses = new HashSet<>();
    for (LoadedKext kext : kernel.kexts()) {
      assertThat(tags.add(kext.tag().orElseThrow().value())).isTrue();
      assertThat(addresses.add(kext.address().orElseThrow())).isTrue();
    }
    for (LoadedKext kext : kernel.kexts()) {
      int tag = kext.tag().orElseThrow().value();
      long links =
          kernel.kexts().stream()
              .flatMap(other -> other.linkedAgainst().orElse(List.of()).stream())
              .flatMap(Optional::stream)
              .map(LoadTag::value)
              .filter(linked -> linked == tag)
              .count();
      assertThat((long) kext.references().orElseThrow()).as(kext.toString()).isEqualTo(links);
      assertThat(tags)
          .containsAll(
              kext.linkedAgainst().orElse(List.of()).stream()
                  .map(linked -> linked.orElseThrow().value())
                  .toList());
    }
  }
}
