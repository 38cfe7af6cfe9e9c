package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long ten million characters of log take to read: as one text, which one thread does, and
 * block by block, which all processors do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2)
public class ClassifierBenchmark {
  private static final int SIZE = 10_000_000;

  private final Classifier classifier = new Classifier();
  private String log = "";

  @Setup
  public void generate() {
    var generated = new GeneratedLog();
    var text = new StringBuilder(SIZE + 300);
    while (text.length() < SIZE) {
      text.append(generated.line());
    }
    log = text.toString();
  }

  @Benchmark
  public Verdict oneText() {
    return classifier.classify(Transcript.ofText(log));
  }

  @Benchmark
  public Verdict blocks() throws IOException {
    return classifier.classify(Transcript.ofText(""), new StringReader(log));
  }
}
