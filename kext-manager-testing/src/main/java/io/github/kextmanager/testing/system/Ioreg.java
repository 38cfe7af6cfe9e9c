package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.kernel.ImageState;
import io.github.kextmanager.testing.kernel.KernelState;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/ioreg}, as far as {@code -r} with {@code -c CLASS} (IOKitTools, ioreg.c): the
 * live instances of classes that come from kexts, which tells whether a driver has matched. Their
 * numbers are made up.
 */
public final class Ioreg implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/sbin/ioreg";

  private static final int FAILURE = 1;
  private static final long FIRST_ENTRY = 0x1_0000_0100L;
  private static final String WITH_VALUE = "ndpkw";
  private static final String ALONE = "abfilrtxS";

  private final Supplier<KernelState> kernel;

  /**
   * The program.
   *
   * @param kernel what the kernel holds now
   */
  public Ioreg(Supplier<KernelState> kernel) {
    this.kernel = kernel;
  }

  @Override
  public int run(Invocation invocation) {
    Optional<String> className = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(invocation.arguments());
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (!word.matches("-.+")) {
        return usage("", invocation);
      }
      for (char letter : word.substring(1).toCharArray()) {
        boolean takesValue = letter == 'c' || WITH_VALUE.indexOf(letter) >= 0;
        if (takesValue && rest.isEmpty()) {
          return usage("option requires an argument -- " + letter, invocation);
        }
        if (letter == 'c') {
          className = Optional.of(rest.remove());
        } else if (takesValue) {
          rest.remove();
        } else if (ALONE.indexOf(letter) < 0) {
          return usage("illegal option -- " + letter, invocation);
        }
      }
    }
    if (className.isEmpty()) {
      return usage("the simulated Mac knows -r with -c CLASS", invocation);
    }
    print(className.get(), invocation.stdout());
    return 0;
  }

  private void print(String className, OutputStreamText stdout) {
    long entry = FIRST_ENTRY;
    for (ImageState image : kernel.get().images()) {
      int count = image.instances().getOrDefault(className, 0);
      String identifier = image.asLoaded().identifier().orElse("");
      for (int i = 0; i < count; i++) {
        stdout.println(
            ("+-o %1$s  <class %1$s, id 0x%2$x, registered, matched, active, busy 0 (0 ms),"
                    + " retain 5>")
                .formatted(className, entry++));
        stdout.println("    {");
        stdout.println("      \"CFBundleIdentifier\" = \"%s\"".formatted(identifier));
        stdout.println("      \"IOClass\" = \"%s\"".formatted(className));
        stdout.println("    }");
        stdout.println("    ");
      }
    }
  }

  private static int usage(String complaint, Invocation invocation) {
    if (!complaint.isEmpty()) {
      invocation.stderr().println("ioreg: " + complaint);
    }
    invocation
        .stderr()
        .println(
            "usage: ioreg [-abfilrtx] [-c class] [-d depth] [-k key] [-n name] [-p plane] [-w"
                + " width]");
    return FAILURE;
  }
}
