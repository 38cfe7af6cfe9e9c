package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to load and unload a kext on a simulated Mac. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SimulatedMacBenchmark {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final CommandLine LOAD = CommandLine.of(Path.of("/sbin/kextload"), "-b", ID);
  private static final CommandLine UNLOAD = CommandLine.of(Path.of("/sbin/kextunload"), "-b", ID);

  /** The release. */
  @Param({"10.11.6", "10.15.7", "14.5"})
  public String release;

  /** How many other kexts are loaded that are not of Apple. */
  @Param({"0", "10000"})
  public int others;

  private SimulatedMac mac;

  /** Starts a Mac on which the kext may be loaded. */
  @Setup(Level.Trial)
  public void start() {
    mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    IntStream.range(0, others)
        .mapToObj(i -> TestKext.named("com.example.other.Kext" + i).matchesHardware())
        .forEach(mac::install);
    IntStream.range(0, others)
        .forEach(i -> mac.approve(BundleIdentifier.of("com.example.other.Kext" + i)));
    mac.install(TestKext.named(ID));
    mac.approve(WIDGET);
    mac.restart();
  }

  /** Ends the Mac. */
  @TearDown(Level.Trial)
  public void end() {
    mac.close();
  }

  /** Loads and unloads the kext. */
  @Benchmark
  public CommandResult loadAndUnload() {
    require(mac.run(LOAD));
    return require(mac.run(UNLOAD));
  }

  private static CommandResult require(CommandResult result) {
    if (!result.termination().equals(new Termination.Exited(0))) {
      throw new IllegalStateException(result.toString());
    }
    return result;
  }
}
