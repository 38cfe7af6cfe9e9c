package io.github.kextmanager.testing.program;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code /sbin/kextunload} from macOS 11 on. It drops {@code -p} without a word and unloads, which
 * is a slip of the real one.
 */
public final class KextunloadShim implements Program {
  private final Shim shim;

  /**
   * The program.
   *
   * @param kmutil what it runs
   */
  public KextunloadShim(Program kmutil) {
    this.shim = new Shim(kmutil);
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments = new KextunloadArguments(invocation, log);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    List<String> words = new ArrayList<>(List.of("unload"));
    arguments.identifiers().forEach(id -> words.addAll(List.of("-b", id)));
    arguments.kexts().stream()
        .map(kext -> invocation.absolute(kext).toString())
        .distinct()
        .forEach(path -> words.addAll(List.of("-p", path)));
    arguments.classes().forEach(name -> words.addAll(List.of("--class-name", name)));
    return shim.execute(words, invocation, log);
  }
}
