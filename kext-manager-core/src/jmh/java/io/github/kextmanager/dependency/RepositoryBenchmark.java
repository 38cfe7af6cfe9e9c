package io.github.kextmanager.dependency;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to open a folder of kexts and to check them all, beside reading the bytes of their
 * property lists and nothing more. The property lists are those of real kexts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RepositoryBenchmark {
  private static final TargetMac CATALINA =
      TargetMac.of(MacOsVersion.parse("10.15"), Architecture.X86_64);
  private static final List<Path> FOLDERS = List.of(Path.of("/Library/Extensions"));

  @Param({"1000", "10000"})
  private int bundles;

  private Path root = Path.of("");

  @Setup
  public void make() throws IOException {
    root = Files.createTempDirectory("kexts");
    BundleTree.make(root.resolve("Library/Extensions"), bundles);
  }

  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Reads the bytes on one thread. */
  @Benchmark
  public long readBytes() throws IOException {
    try (Stream<Path> kexts = Files.list(root.resolve("Library/Extensions"))) {
      return kexts.mapToLong(RepositoryBenchmark::size).sum();
    }
  }

  private static long size(Path bundle) {
    try {
      return Files.readAllBytes(bundle.resolve("Contents").resolve("Info.plist")).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public KextRepository open() {
    return KextRepository.open(root, FOLDERS, CATALINA);
  }

  /** Opens them, judges each, and looks for all that it needs. */
  @Benchmark
  public long openAndCheck() {
    KextRepository repository = open();
    return repository.kexts().parallelStream().filter(kext -> isLoadable(repository, kext)).count();
  }

  private static boolean isLoadable(KextRepository repository, RepositoryKext kext) {
    boolean isGood = kext.isValid() & kext.isAuthentic();
    return repository.resolve(kext) instanceof Resolved && isGood;
  }

  /** Opens them, and puts all questions of Apple's library about each. */
  @Benchmark
  public int openAndEvaluate() {
    return open().evaluateAll().size();
  }
}
