package io.github.kextmanager.dependency;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** What it costs to resolve one of many kexts, and all of them, where nothing was asked before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ResolutionBenchmark {
  @Param({"1000", "10000"})
  private int kexts;

  private static final KextSnapshot NOTHING = new KextSnapshot(Instant.EPOCH, List.of());

  private Path root = Path.of("");
  private KextRepository opened;
  private KextRepository fresh;

  @Setup
  public void open() throws IOException {
    root = Files.createTempDirectory("kexts");
    LibraryTree.make(root.resolve("Library/Extensions"), kexts);
    opened =
        KextRepository.open(
            root,
            List.of(Path.of("/Library/Extensions")),
            TargetMac.of(MacOsVersion.parse("10.15"), Architecture.X86_64));
    opened.kexts().forEach(RepositoryKext::isValid);
  }

  /** The same kexts, of which nothing has been worked out yet. */
  @Setup(Level.Invocation)
  public void forget() {
    fresh = opened.withLoaded(NOTHING);
  }

  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public int resolveOne() {
    return ((Resolved) fresh.resolve(fresh.kexts().get(kexts / 2))).loadOrder().size();
  }

  @Benchmark
  public long resolveAll() {
    return fresh.kexts().stream().filter(kext -> fresh.resolve(kext) instanceof Resolved).count();
  }
}
