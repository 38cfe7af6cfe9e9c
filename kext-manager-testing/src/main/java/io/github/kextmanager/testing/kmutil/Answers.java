package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What several subcommands say. */
final class Answers {
  private static final int OTHER = 71;

  private Answers() {}

  /** Prints an error, if there is one; the status is its number. */
  static int print(Optional<KmError> error, MacOsVersion release, Invocation invocation) {
    error.ifPresent(each -> invocation.stderr().println(each.description(release)));
    return error.map(each -> each.code() & 0xff).orElse(0);
  }

  /** What a user who is not root is told; that it is this is a guess. */
  static Optional<KmError> refusal(Invocation invocation) {
    return invocation.isRoot()
        ? Optional.empty()
        : Optional.of(KmError.kernelRefused(KernelReturn.NOT_PRIVILEGED));
  }

  static KmError other(String message) {
    return new KmError(OTHER, message);
  }

  /** A subcommand that is for recoveryOS; the text is ours. */
  static KmError recoveryOnly(String subcommand) {
    return other("%s can only be used in Recovery mode".formatted(subcommand));
  }

  /** The note of everything that looks at kernels or collections and was not told which. */
  static void noteVariant(Given given, Invocation invocation) {
    if (!given.has(Options.VARIANT)) {
      invocation.stderr().println("No variant specified, falling back to release");
    }
  }

  static List<Path> paths(List<String> words, Invocation invocation) {
    return words.stream().map(invocation::absolute).toList();
  }
}
