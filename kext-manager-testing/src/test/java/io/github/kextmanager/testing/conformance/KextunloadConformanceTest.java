package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.Kextunload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kextunload answers what Apple's own of 10.8 and 10.13 answers in the same tree. */
class KextunloadConformanceTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"10.8.5, kext_tools-268.13.1", "10.13.6, kext_tools-502.60.2"})
  void answers_every_run(String release, String tag) {
    var platform = new Platform(MacOsVersion.parse(release), CpuType.X86_64);
    Disk disk = VectorTree.write("kextload-1", root);
    var comparison = new Comparison();
    List<ToolVector> vectors =
        ToolVectors.read("kextunload.jsonl").stream().map(ToolVector::new).toList();
    vectors.forEach(
        vector -> {
          PretendedKernel kernel = vector.kernel(disk, platform);
          comparison.compare(
              vector.name(),
              vector.result(tag),
              ToolRun.of(
                  new Kextunload(platform, disk, () -> kernel),
                  "kextunload",
                  vector.arguments(),
                  vector.uid()));
        });

    assertThat(vectors).hasSize(114);
    assertThat(comparison.differences()).isEmpty();
  }
}
