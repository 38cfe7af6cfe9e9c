package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KextLoader;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Signatures.Enforcement;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.testing.program.Kextload;
import io.github.kextmanager.testing.program.KextloadInProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kextload answers what Apple's own of 10.8 answers in the same tree, with and without kextd. */
class KextloadConformanceTest {
  private static final Platform MOUNTAIN_LION =
      new Platform(MacOsVersion.parse("10.8.5"), CpuType.X86_64);

  @TempDir Path root;

  @Test
  void answers_every_run_but_the_dump_of_the_greatest_verbosity() {
    Disk disk = VectorTree.write("kextload-1", root);
    var comparison = new Comparison();
    List<ToolVector> vectors =
        ToolVectors.read("kextload.jsonl").stream().map(ToolVector::new).toList();
    vectors.stream()
        // Dumps the dictionaries of the kernel, in the order of a hash table.
        .filter(vector -> !vector.arguments().contains("6"))
        .forEach(
            vector ->
                comparison.compare(
                    vector.name(), vector.result("kext_tools-268.13.1"), ours(vector, disk)));

    assertThat(vectors).hasSize(178);
    assertThat(comparison.differences()).isEmpty();
  }

  private static ToolRun ours(ToolVector vector, Disk disk) {
    MacOsVersion release = MOUNTAIN_LION.release();
    PretendedKernel kernel = vector.kernel(disk, MOUNTAIN_LION);
    var signatures = new Signatures(release, Enforcement.ON);
    var authentication =
        new Authentication(release, new Permissions(disk), signatures, new Consent(release));
    Optional<KextLoader> kextd = vector.kextdAnswer().map(answer -> request -> answer);
    var withoutKextd =
        new KextloadInProcess(
            MOUNTAIN_LION,
            () -> vector.isSafeBoot() ? Start.SAFE : Start.NORMAL,
            disk,
            () -> kernel,
            new Staging(disk, signatures),
            authentication);
    return ToolRun.of(
        new Kextload(release, () -> kextd, withoutKextd),
        "kextload",
        vector.arguments(),
        vector.uid());
  }
}
