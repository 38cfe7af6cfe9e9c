package io.github.kextmanager.testing.program;

import java.util.List;

/** {@code /usr/bin/id}, as far as {@code -u}. */
public final class Id implements Program {
  /** Creates the program. */
  public Id() {}

  @Override
  public int run(Invocation invocation) {
    if (!invocation.arguments().equals(List.of("-u"))) {
      invocation.stderr().println("usage: id -u");
      return 1;
    }
    invocation.stdout().println(Integer.toString(invocation.uid()));
    return ExitStatus.OK;
  }
}
