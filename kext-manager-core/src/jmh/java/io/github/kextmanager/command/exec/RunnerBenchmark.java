package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;
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
import org.zeroturnaround.exec.ProcessExecutor;

/**
 * What one command costs, through our runner and without it. The bar is 1.25 times {@link
 * #bareProcessBuilder}, which is the least that reads both streams.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class RunnerBenchmark {
  @Param({"0", "20000"})
  int outputBytes;

  private final CommandRunner runner = new ProcessCommandRunner();
  private CommandLine command;

  @Setup
  public void chooseCommand() {
    command =
        outputBytes == 0
            ? CommandLine.of(Path.of("/bin/true"))
            : CommandLine.of(
                Path.of("/usr/bin/head"), "-c", Integer.toString(outputBytes), "/dev/zero");
  }

  @Benchmark
  public CommandResult ours() {
    return runner.run(command);
  }

  @Benchmark
  public int bareProcessBuilder() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command.argv()).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread pump = new Thread(() -> transfer(process.getErrorStream(), err));
    pump.start();
    byte[] out = process.getInputStream().readAllBytes();
    pump.join();
    return process.waitFor() + out.length + err.size();
  }

  @Benchmark
  public int commonsExecDefaults() throws IOException {
    var commandLine = new org.apache.commons.exec.CommandLine(command.executable());
    command.arguments().forEach(argument -> commandLine.addArgument(argument, false));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        DefaultExecutor.builder()
            .setExecuteStreamHandler(new PumpStreamHandler(out, err))
            .get()
            .execute(commandLine, command.environment());
    return status + out.size() + err.size();
  }

  @Benchmark
  public int ztExec() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    var result =
        new ProcessExecutor(command.argv()).readOutput(true).redirectError(err).execute();
    return result.getExitValue() + result.output().length + err.size();
  }

  private static void transfer(InputStream from, ByteArrayOutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
