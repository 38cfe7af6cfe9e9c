package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.offline.Kextfind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kextfind answers what Apple's own of 10.13 and 10.15 answers in the same tree. */
class KextfindConformanceTest {
  @TempDir Path root;

  @Test
  void answers_every_run() {
    Disk disk = VectorTree.write("kextfind-1", root);
    var comparison = new Comparison();
    List<JsonObject> vectors = ToolVectors.read("kextfind.jsonl");
    for (JsonObject vector : vectors) {
      compare(vector, "10.13.6", "kext_tools-502.60.2", disk, comparison);
      compare(vector, "10.15.7", "kext_tools-623.120.1", disk, comparison);
    }

    comparison.print("kextfind");
    assertThat(vectors).hasSize(156);
    assertThat(comparison.differences()).isEmpty();
  }

  private static void compare(
      JsonObject vector, String release, String source, Disk disk, Comparison comparison) {
    var kextfind =
        new Kextfind(
            new Platform(MacOsVersion.parse(release), CpuType.X86_64),
            disk,
            () -> PretendedKernel.refusing(KernelReturn.NOT_FOUND),
            path -> Optional.empty());
    var run = new OfflineVector(vector);
    comparison.compare(run.name() + " on " + release, run.apples(source), run.ours(kextfind));
  }
}
