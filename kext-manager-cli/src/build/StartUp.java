import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * Times short runs of kextm against a bare JVM that says hello, in turn, so that a busy machine slows both alike: {@code java
 * kext-manager-cli/src/build/StartUp.java kext-manager-cli/target/kextm/bin/kextm TABLE [ROUNDS]}.
 */
final class StartUp {
  private static final File NOWHERE = new File("/dev/null");

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String kextm = Path.of(arguments[0]).toRealPath().toString();
    String table = arguments[1];
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 41;
    Path folder = Files.createTempDirectory("start-up");
    String version = Files.writeString(folder.resolve("versions"), "1.0\n1.2b3\n").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("hello", hello(folder));
    commands.put("kextm --version", List.of(kextm, "--version"));
    commands.put("kextm parse version", List.of(kextm, "parse", "version", "--era", "classic", "--json", version));
    commands.put("kextm parse kextstat", List.of(kextm, "parse", "kextstat", table));
    commands.put("kextm list --simulate-from", List.of(kextm, "list", "--simulate-from", table));
    Map<String, double[]> times = new LinkedHashMap<>();
    for (int round = -3; round < rounds; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        double time = milliseconds(command.getValue());
        if (round >= 0) {
          times.computeIfAbsent(command.getKey(), name -> new double[rounds])[round] = time;
        }
      }
    }
    times.forEach((name, each) -> report(name, each, times.get("hello")));
  }

  private static List<String> hello(Path folder) throws IOException {
    Path source = folder.resolve("Hello.java");
    Files.writeString(source, "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", folder.toString(), "Hello");
  }

  private static double milliseconds(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectInput(NOWHERE).redirectOutput(NOWHERE).redirectError(NOWHERE);
    long start = System.nanoTime();
    if (builder.start().waitFor() != 0) {
      throw new IOException(command + " failed");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void report(String name, double[] times, double[] hello) {
    double[] ratios = new double[times.length];
    Arrays.setAll(ratios, i -> times[i] / hello[i]);
    System.out.printf("%-28s median %6.1f ms, least %6.1f ms, %4.2f times hello%n", name, median(times), Arrays.stream(times).min().orElse(0), median(ratios));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
