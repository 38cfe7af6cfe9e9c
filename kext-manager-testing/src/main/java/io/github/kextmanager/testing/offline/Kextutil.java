package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.OptionalInt;

/**
 * {@code /usr/bin/kextutil} from 10.6 to 10.15, which tests kexts and loads them by itself
 * (kext_tools, kextutil_main.c).
 */
public final class Kextutil implements Program {
  private final KextutilMac mac;

  /**
   * The program.
   *
   * @param mac what it deals with
   */
  public Kextutil(KextutilMac mac) {
    this.mac = mac;
  }

  @Override
  public int run(Invocation invocation) {
    var log = new ToolLog(invocation.stderr());
    var arguments =
        new KextutilArguments(invocation, log, new PathCheck(mac.disk(), invocation, log));
    OptionalInt ended = read(mac, arguments, invocation, log);
    return ended.isPresent()
        ? ended.getAsInt()
        : new KextutilRun(mac, arguments, invocation, log).run();
  }

  /** Reads and checks the arguments; a status if that ends the program. */
  static OptionalInt read(
      KextutilMac mac, KextutilArguments arguments, Invocation invocation, ToolLog log) {
    OptionalInt ended = arguments.read();
    return ended.isPresent()
        ? ended
        : new KextutilCheck(arguments, invocation, log)
            .check(mac.platform(), mac.start().get(), mac.disk());
  }
}
