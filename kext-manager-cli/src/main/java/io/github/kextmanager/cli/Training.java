package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the classes that the archive of the distribution should hold, by running each verb once.
 * Only {@code package} calls it.
 */
final class Training {
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);
  private static final String WIDGET = "com.example.driver.Widget";

  private static final List<String> RUNS =
      List.of(
          "--version",
          "--help",
          "no-such-verb",
          "list --help",
          "list",
          "list --simulate-from -",
          "list --simulate 14 --json",
          "status --simulate-from - " + WIDGET,
          "status --simulate 14 --json " + WIDGET,
          "load --simulate 10.15 --timeout 30s " + WIDGET,
          "load --simulate 14 --json /Library/Extensions/Widget.kext",
          "unload --simulate-from - --dependents-first " + WIDGET,
          "ensure --simulate-from - --absent --dependents-first --json " + WIDGET,
          "ensure --simulate 10.15 " + WIDGET,
          "completion bash",
          "parse kextstat",
          "parse kextstat --json /dev/null -",
          "parse version --era classic",
          "parse version --era 10.14 --json /dev/null",
          "parse version --era 10.14 --json -",
          "explain",
          "explain --json --tool kmutil --exit 27 --as 14 -",
          "mac new 10.15.7 NEW/10.15.7",
          "mac new 14 NEW/14 --json",
          "mac kext NEW/Widget.kext " + WIDGET,
          "mac show NEW/14 --json",
          "mac approve NEW/14 " + WIDGET,
          "mac restart NEW/14",
          "mac env NEW/14",
          "mac enter NEW/14 -- true",
          "list --mac NEW/14",
          "demo",
          "demo --simulate 10.15 --json",
          "inspect --root ROOT /Library/Extensions/Widget.kext",
          "inspect --root ROOT --json /Library/Extensions/Widget.kext /None.kext",
          "check --as 10.15 --root ROOT --verbose",
          "check --as 10.15 --root ROOT --scan /Library/Extensions /None",
          "check --as 10.15 --root ROOT --json --query " + WIDGET + "@1.0",
          "check --root ROOT /Library/Extensions/Widget.kext",
          "resolve --as 10.15 --root ROOT " + WIDGET,
          "resolve --as 10.15 --root ROOT --json com.example.driver.Lost",
          "graph --as 10.15 --root ROOT",
          "graph --as 10.15 --root ROOT --format mermaid " + WIDGET,
          "graph --simulate 10.15 --loaded --json");

  /** What starts for a tool of a Mac on disk, and tools of either kind of Mac. */
  private static final String TOOL_PROCESS = "io.github.kextmanager.testing.ToolProcess";

  private static final List<String> TOOLS =
      List.of(
          "10.15.7 /usr/sbin/kextstat -l",
          "10.15.7 /usr/bin/ditto NEW/Widget.kext /Library/Extensions/Widget.kext",
          "10.15.7 /usr/sbin/chown -R root:wheel /Library/Extensions/Widget.kext",
          "10.15.7 /sbin/kextload /Library/Extensions/Widget.kext",
          "10.15.7 /sbin/kextunload -b com.apple.iokit.IOHIDFamily",
          "10.15.7 /usr/bin/sw_vers -productVersion",
          "10.15.7 /usr/libexec/PlistBuddy -c Print /Library/Extensions/Widget.kext/Contents/Info.plist",
          "10.15.7 /usr/bin/kextutil -n /Library/Extensions/Widget.kext",
          "10.15.7 /usr/sbin/kextlibs -xml /Library/Extensions/Widget.kext",
          "10.15.7 /usr/sbin/kextfind -b -s com.example -print-properties CFBundleVersion",
          "10.15.7 /usr/sbin/kextcache -i /",
          "10.15.7 /usr/bin/uname -a",
          "10.15.7 /usr/sbin/sysctl kern.bootsessionuuid",
          "10.15.7 /usr/bin/log show",
          "14 /usr/bin/sudo -n kextload -b " + WIDGET,
          "14 /usr/bin/kmutil showloaded",
          "14 /sbin/kextunload -b " + WIDGET);

  /** A table, and lines of which one is no version. */
  private static final String INPUT =
      """
      Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
          1    1 0xffffff7f80a42000 0x9c80     0x9c80     com.apple.kpi.bsd (19.6.0) 52553255-8EC4-457A-80B1-71EC3236AD45
         90    0 0xffffff7f83265000 0x34b0     0x34b0     com.example.driver.Widget (1.2) 8B5E3A70-8F9D-478E-9C4A-B6730DC3D873 <1>
      """;

  private Training() {}

  /** Runs them; what they print goes nowhere. */
  public static void main(String[] arguments) {
    Main.prepare();
    try (SimulatedMac mac = SimulatedMac.builder(CATALINA).build()) {
      mac.install(
          TestKext.named(WIDGET)
              .version("1.0")
              .needing("com.apple.kpi.bsd", "8.0")
              .matchesHardware());
      mac.install(TestKext.named("com.example.driver.Lost").needing("com.example.None", "1.0"));
      for (String words : RUNS) {
        String root = mac.root().toString();
        run(List.of(words.replace("ROOT", root).replace("NEW", root + "/new").split(" ", -1)));
      }
      TOOLS.forEach(words -> tool(words, mac.root().resolve("new")));
    }
  }

  /** The class is no part of the API, and is started by its name elsewhere too. */
  private static void tool(String line, Path macs) {
    String[] words = line.replace("NEW", macs.toString()).split(" ", 2);
    List<String> arguments = new ArrayList<>(List.of("named", macs.resolve(words[0]).toString()));
    arguments.addAll(List.of(words[1].split(" ", -1)));
    try {
      Method run = Class.forName(TOOL_PROCESS).getDeclaredMethod("run", List.class);
      run.setAccessible(true);
      run.invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(List<String> words) {
    new Kextm(
            new Console(
                new ByteArrayInputStream(INPUT.getBytes(UTF_8)),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)))
        .run(words);
  }
}
