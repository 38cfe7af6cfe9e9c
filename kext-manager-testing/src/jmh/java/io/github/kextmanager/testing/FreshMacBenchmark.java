package io.github.kextmanager.testing;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a simulated Mac costs each test that has one, from its first file to its last. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FreshMacBenchmark {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT = TestKext.named(WIDGET.value());

  @Param({"10.8.5", "10.15.7", "26"})
  String release = "";

  private MacOsVersion parsed = MacOsVersion.parse("10.15.7");
  private Path folder = Path.of("");
  private int written;

  @Setup
  public void parse() throws IOException {
    parsed = MacOsVersion.parse(release);
    folder = Files.createTempDirectory("bundles-");
  }

  /** Made, its files written, closed, its files deleted. */
  @Benchmark
  public Path alone() {
    try (SimulatedMac mac = SimulatedMac.builder(parsed).build()) {
      return mac.root();
    }
  }

  /** The same, with a kext that is installed, and loaded by the library. */
  @Benchmark
  public LoadOutcome withALoad() {
    try (SimulatedMac mac = SimulatedMac.builder(parsed).build()) {
      mac.install(KEXT);
      mac.approve(WIDGET);
      return KextManager.builder().runner(mac).root(mac.root()).build().load(WIDGET);
    }
  }

  /** A bundle with code for three processors, signed. */
  @Benchmark
  public Path bundle() {
    return KEXT.at(Path.of("/" + written++ % 1000 + ".kext")).writeTo(folder);
  }
}
