package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /usr/bin/uname} (shell_cmds, uname.c). */
public final class Uname implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/uname";

  /** The name of every simulated Mac in its network. */
  static final String HOST = "Mac.local";

  private static final String ALL = "mnrsv";
  private static final String OPTIONS = "amnprsv";
  private static final String ORDER = "snrvmp";

  private final KernelIdentity kernel;

  /**
   * The program.
   *
   * @param kernel what the kernel says it is
   */
  public Uname(KernelIdentity kernel) {
    this.kernel = kernel;
  }

  @Override
  public int run(Invocation invocation) {
    Set<Character> wanted = new LinkedHashSet<>();
    for (String word : invocation.arguments()) {
      if (!word.matches("-.+")) {
        return usage(invocation);
      }
      for (char letter : word.substring(1).toCharArray()) {
        if (OPTIONS.indexOf(letter) < 0) {
          invocation.stderr().println("uname: illegal option -- " + letter);
          return usage(invocation);
        }
        (letter == 'a' ? ALL : Character.toString(letter))
            .chars()
            .forEach(each -> wanted.add((char) each));
      }
    }
    if (wanted.isEmpty()) {
      wanted.add('s');
    }
    invocation.stdout().println(answer(wanted));
    return 0;
  }

  private String answer(Set<Character> wanted) {
    return ORDER
        .chars()
        .mapToObj(letter -> (char) letter)
        .filter(wanted::contains)
        .flatMap(letter -> Stream.of(part(letter)))
        .collect(Collectors.joining(" "));
  }

  private String part(char letter) {
    return switch (letter) {
      case 's' -> KernelIdentity.TYPE;
      case 'n' -> HOST;
      case 'r' -> kernel.release();
      case 'v' -> kernel.version();
      case 'm' -> kernel.machine();
      default -> kernel.processor();
    };
  }

  private static int usage(Invocation invocation) {
    invocation.stderr().println("usage: uname [-amnprsv]");
    return 1;
  }
}
