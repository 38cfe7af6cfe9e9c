package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.ConformanceVectors;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.Kextstat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kextstat prints what Apple's own prints of the same kernel, byte for byte. */
class KextstatConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.6", "10.9", "10.10", "10.11-10.15"})
  void prints_every_table_of_an_era_as_apple_does(String era) {
    var comparison = new Comparison();
    cases(era)
        .forEach(
            run -> {
              String name = "%s %s".formatted(run.get("name"), run.get("argv"));
              boolean ties = run.has("tieOrderUnspecified");
              comparison.compare(
                  name, inOrder(ToolRun.of(run), ties), inOrder(ours(run, era), ties));
            });

    assertThat(comparison.runs()).isGreaterThan(50);
    assertThat(comparison.differences()).isEmpty();
  }

  private static Stream<JsonObject> cases(String era) {
    return ConformanceVectors.read("kextstat/cases.jsonl").stream()
        .filter(run -> run.get("era").getAsString().equals(era));
  }

  private static ToolRun ours(JsonObject run, String era) {
    var release = MacOsVersion.parse(era.substring(era.indexOf('-') + 1));
    CpuType architecture = architecture(run.get("kernelArchitecture").getAsString());
    List<KextInfo> kexts =
        run.getAsJsonArray("kexts").asList().stream()
            .map(entry -> KernelDictionary.info(entry.getAsJsonObject().getAsJsonObject("info")))
            .toList();
    PretendedKernel kernel =
        run.has("kernelRequestFails") ? PretendedKernel.refusing() : PretendedKernel.holding(kexts);
    return ToolRun.of(
        new Kextstat(new Platform(release, architecture), () -> kernel),
        "kextstat",
        ToolVectors.strings(run, "argv"),
        0);
  }

  private static CpuType architecture(String name) {
    return switch (name) {
      case "x86_64" -> CpuType.X86_64;
      case "i386" -> CpuType.I386;
      case "arm64" -> CpuType.ARM64;
      case "ppc" -> CpuType.PPC;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Rows that compare equal come in any order: then only the set of rows counts. */
  private static ToolRun inOrder(ToolRun run, boolean ties) {
    if (!ties) {
      return run;
    }
    List<String> lines = new ArrayList<>(run.stdout().lines().toList());
    lines.sort(null);
    return new ToolRun(String.join("\n", lines), run.stderr(), run.exitCode());
  }
}
