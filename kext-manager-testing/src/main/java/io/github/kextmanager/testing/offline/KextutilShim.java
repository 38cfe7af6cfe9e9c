package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.Shim;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * {@code /usr/bin/kextutil} from macOS 11 on: it checks its arguments as before, and lets kmutil
 * load; it tests nothing any more (kext_tools-692, kextutil.m).
 */
public final class KextutilShim implements Program {
  private final KextutilMac mac;
  private final Shim shim;

  /**
   * The program.
   *
   * @param mac what it checks its arguments against
   * @param kmutil what it runs
   */
  public KextutilShim(KextutilMac mac, Program kmutil) {
    this.mac = mac;
    this.shim = new Shim(kmutil);
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments =
        new KextutilArguments(invocation, log, new PathCheck(mac.disk(), invocation, log));
    OptionalInt ended = Kextutil.read(mac, arguments, invocation, log);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    if (!arguments.changesKernel()) {
      invocation.stderr().println("kextutil: -n is not a supported kmutil mode");
      return ExitStatus.OK;
    }
    return shim.execute(words(arguments, invocation), invocation, log);
  }

  private static List<String> words(KextutilArguments arguments, Invocation invocation) {
    List<String> words = new ArrayList<>(List.of("load"));
    UnaryOperator<String> path = word -> invocation.absolute(word).toString();
    arguments.architecture().ifPresent(name -> words.addAll(List.of("--arch", name.name())));
    add("--bundle-path", arguments.dependencies(), path, words);
    add("--bundle-identifier", arguments.identifiers(), UnaryOperator.identity(), words);
    add("--bundle-path", arguments.kexts(), path, words);
    add("--personality-name", arguments.personalities(), UnaryOperator.identity(), words);
    add("--repository", arguments.repositories(), path, words);
    if (!arguments.matches()) {
      words.addAll(List.of("--load-style", "start-only"));
    } else if (!arguments.loads()) {
      words.addAll(List.of("--load-style", "match-only"));
    }
    return words;
  }

  private static void add(
      String option, List<String> values, UnaryOperator<String> shown, List<String> words) {
    values.forEach(value -> words.addAll(List.of(option, shown.apply(value))));
  }
}
