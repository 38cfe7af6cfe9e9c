package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.offline.Kextutil;
import io.github.kextmanager.testing.offline.KextutilMac;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Signatures.Enforcement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kextutil answers what Apple's own of 10.8 answers in the same tree. */
class KextutilConformanceTest {
  private static final Platform MOUNTAIN_LION =
      new Platform(MacOsVersion.parse("10.8.5"), CpuType.X86_64);
  private static final String BRIEF_USAGE =
      """
      usage: kextutil [options] [--] [kext] ...

      use kextutil -help for an explanation of each option
      """;
  private static final String KEXT_TOOLS = "kext_tools-268.13.1";

  @TempDir Path root;

  @Test
  void answers_every_run_that_does_not_end_in_the_linker() {
    var comparison = new Comparison();
    byRepository()
        .forEach(
            (repository, runs) -> {
              Disk disk = VectorTree.write(repository, root.resolve(repository.replace('/', '_')));
              runs.forEach(run -> compare(new ToolVector(run), disk, comparison));
            });

    System.out.printf(
        "kextutil: %d of %d%n",
        comparison.runs() - comparison.differences().size(), comparison.runs());
    assertThat(comparison.runs()).isEqualTo(983);
    assertThat(comparison.differences()).isEmpty();
  }

  private static Map<String, List<JsonObject>> byRepository() {
    return ToolVectors.read("kextutil.jsonl").stream()
        .filter(run -> !isOfTheLinker(run))
        .collect(
            Collectors.groupingBy(
                run -> run.get("repository").getAsString(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static boolean isOfTheLinker(JsonObject run) {
    return new ToolVector(run).result(KEXT_TOOLS).stderr().contains("kxld[");
  }

  private static void compare(ToolVector vector, Disk disk, Comparison comparison) {
    comparison.compare(
        vector.run().get("repository").getAsString() + " " + vector.arguments(),
        asOnMac(vector.result(KEXT_TOOLS)),
        ours(vector, disk));
  }

  /** The status of a bad path was cut to one bit there, which macOS does not do. */
  private static ToolRun asOnMac(ToolRun run) {
    String last = run.stderr().lines().reduce("", (before, line) -> line);
    if (run.exitCode() != 1) {
      return run;
    }
    if (last.endsWith(" not of type 'kext'.")) {
      return new ToolRun(run.stdout(), run.stderr() + BRIEF_USAGE, 64);
    }
    return last.startsWith("Can't stat ") || last.endsWith(" is not a directory.")
        ? new ToolRun(run.stdout(), run.stderr(), 66)
        : run;
  }

  private static ToolRun ours(ToolVector vector, Disk disk) {
    MacOsVersion release = MOUNTAIN_LION.release();
    var signatures = new Signatures(release, Enforcement.ON);
    var consent = new Consent(release);
    var kernel = PretendedKernel.refusing(KernelReturn.NOT_FOUND);
    var mac =
        new KextutilMac(
            MOUNTAIN_LION,
            () -> Start.NORMAL,
            disk,
            () -> kernel,
            () -> true,
            signatures,
            new Authentication(release, new Permissions(disk), signatures, consent),
            consent);
    return ToolRun.of(new Kextutil(mac), "kextutil", vector.arguments(), 0);
  }
}
