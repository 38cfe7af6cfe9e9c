package io.github.kextmanager.parse;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/**
 * How long a table takes to read, beside one plain regular expression a line that makes no values. A
 * Mac of today prints some 250 rows; the longer tables show that time grows with the text and no
 * faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"}) // or the system zeroing fresh pages is measured
public class KextTableReaderBenchmark {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+"
              + "(?:(x86_64\\w*|arm64e?|i386|0x\\S+/0x\\S+)\\s+)?"
              + "(\\S+) \\(([^)]*)\\)(?: ([0-9A-Fa-f-]{36}|no UUID))?(?: <([0-9? ]*)>)?\\s*$");

  @Param({"250", "10000", "100000"})
  private int rows;

  private String table = "";

  @Setup
  public void print() {
    var random = new Random(1);
    var text =
        new StringBuilder(
            "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\n");
    for (int tag = 1; tag <= rows; tag++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%5d %4d %#-18x %#-10x %#-10x com.example.driver.%s (%d.%d) %s <%s>\n",
              tag,
              random.nextInt(100),
              0xffffff7f80000000L + tag * 4096L,
              4096 * (1 + tag % 64),
              4096 * (1 + tag % 64),
              "Widget".repeat(1 + tag % 4),
              tag % 20,
              tag % 7,
              new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT),
              "116 105 45 12 11 7 5 4 3 1".substring(4 * random.nextInt(4))));
    }
    table = text.toString();
  }

  @Benchmark
  public KextTable strict() {
    return KextTableReader.strict().read(table);
  }

  @Benchmark
  public KextTable lenient() {
    return KextTableReader.lenient().read(table);
  }

  @Benchmark
  public int plainRegularExpression() {
    int characters = 0;
    for (String line : (Iterable<String>) table.lines()::iterator) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        characters += row.group(7).length();
      }
    }
    return characters;
  }
}
