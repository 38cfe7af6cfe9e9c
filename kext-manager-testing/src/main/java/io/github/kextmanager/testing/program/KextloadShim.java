package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code /sbin/kextload} from macOS 11 on, which loads what it is given as a dependency too. */
public final class KextloadShim implements Program {
  private final Shim shim;

  /**
   * The program.
   *
   * @param kmutil what it runs
   */
  public KextloadShim(Program kmutil) {
    this.shim = new Shim(kmutil);
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextloadArguments(Releases.BIG_SUR, invocation, log);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    List<String> words = new ArrayList<>(List.of("load"));
    arguments.identifiers().forEach(id -> words.addAll(List.of("-b", id)));
    add("-p", arguments.kexts(), words, invocation);
    add("-p", arguments.dependencies(), words, invocation);
    add("-r", arguments.repositories(), words, invocation);
    return shim.execute(words, invocation, log);
  }

  private static void add(
      String option, List<String> paths, List<String> words, Invocation invocation) {
    paths.forEach(path -> words.addAll(List.of(option, invocation.absolute(path).toString())));
  }
}
