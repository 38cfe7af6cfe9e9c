package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogFilter;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.OptionalInt;

/**
 * Whether what kextutil was asked to do makes sense, in the order in which it looks (kext_tools,
 * kextutil_main.c: {@code checkArgs}).
 */
final class KextutilCheck {
  private static final int LOAD_FAILED = 6;
  private static final LogFilter BASIC = new LogFilter(0xff3);

  private final KextutilArguments arguments;
  private final Invocation invocation;
  private final ToolLog log;

  KextutilCheck(KextutilArguments arguments, Invocation invocation, ToolLog log) {
    this.arguments = arguments;
    this.invocation = invocation;
    this.log = log;
  }

  /** Checks the arguments; a status if that ends the program. */
  OptionalInt check(Platform platform, Start start, Disk disk) {
    int status = checkCombination();
    if (status == ExitStatus.OK) {
      giveNotices(platform, start);
      status = checkScanned();
    }
    if (status == ExitStatus.USAGE) {
      KextutilUsage.printBrief(invocation);
    }
    if (status == ExitStatus.OK) {
      status = checkKernel(platform.release(), disk);
    }
    return status == ExitStatus.OK ? OptionalInt.empty() : OptionalInt.of(status);
  }

  private int checkCombination() {
    if (isSeveral()) {
      return refuse(
          "Only one of -load-only (-l), -match-only (-m), or -no-load (-n) is allowed;\n"
              + "-address (-a) and -use-load-addresses (-A) imply -no-load (-n).");
    }
    if (arguments.isInteractive() && !arguments.changesKernel()) {
      return refuse("Use interactive modes only when loading or matching.");
    }
    if (log.filter().equals(LogFilter.SILENT) && needsAnswers()) {
      return LOAD_FAILED;
    }
    if (hasAddresses() && (arguments.loads() || arguments.has(KextutilFlag.USE_LOAD_ADDRESSES))) {
      return refuse("Don't use -address (-a) when loading, or with -use-load-addresses (-A).");
    }
    if (arguments.changesKernel() && arguments.kernel().isPresent()) {
      return refuseWhenLoading("kernel (-k)");
    }
    if (arguments.changesKernel() && arguments.has(KextutilFlag.NO_AUTHENTICATION)) {
      return refuseWhenLoading("no-authentication (-z)");
    }
    if (arguments.has(KextutilFlag.NO_RESOLVE_DEPENDENCIES)
        && (arguments.loads() || arguments.symbols().isPresent())) {
      return refuse(
          "Use -no-resolve-dependencies (-Z) only with -no-load (-n) or match-only (-m), "
              + "and not with -symbols (-s).");
    }
    if (arguments.kexts().isEmpty() && !hasIdentifiers()) {
      return refuse(
          "No kernel extensions specified; name kernel extension bundles\n"
              + "    following options, or use -bundle-id (-b) and -address (-a).");
    }
    if (arguments.changesKernel() && !invocation.isRoot()) {
      log.error("You must be running as root to load kexts or send personalities into the kernel.");
      return ExitStatus.NO_PERMISSION;
    }
    return ExitStatus.OK;
  }

  private boolean isSeveral() {
    int count = 0;
    count += arguments.has(KextutilFlag.LOAD_ONLY) ? 1 : 0;
    count += arguments.has(KextutilFlag.MATCH_ONLY) ? 1 : 0;
    count += arguments.has(KextutilFlag.NO_LOAD) ? 1 : 0;
    return count > 1;
  }

  private boolean needsAnswers() {
    return arguments.isInteractive()
        || (arguments.symbols().isPresent()
            && !arguments.loads()
            && !hasAddresses()
            && !arguments.has(KextutilFlag.USE_LOAD_ADDRESSES));
  }

  private boolean hasAddresses() {
    return !arguments.addresses().isEmpty();
  }

  private boolean hasIdentifiers() {
    return !arguments.identifiers().isEmpty() || hasAddresses();
  }

  private void giveNotices(Platform platform, Start start) {
    if (arguments.architecture().isPresent()) {
      log.general(
          LogLevel.DEBUG,
          "Kext library architecture set to %s.".formatted(arguments.architecture().get()));
    } else if (arguments.symbols().isPresent() && !arguments.has(KextutilFlag.USE_LOAD_ADDRESSES)) {
      log.general(
          LogLevel.WARNING,
          "Notice: Using running kernel architecture %s to generate symbols."
              .formatted(platform.architecture().columnText()));
    }
    if (start == Start.SAFE && !arguments.has(KextutilFlag.SAFE_BOOT)) {
      log.general(
          LogLevel.WARNING, "Notice: system is in safe boot mode; kernel may refuse loads.");
    }
  }

  private int checkScanned() {
    boolean isNothing =
        arguments.has(KextutilFlag.NO_SYSTEM_EXTENSIONS)
            && arguments.kexts().isEmpty()
            && arguments.repositories().isEmpty()
            && arguments.dependencies().isEmpty();
    return hasIdentifiers() && isNothing
        ? refuse(
            "No kexts to search for bundle IDs; "
                + "-bundle-id (-b) requires kexts or repository directories be named by path.")
        : ExitStatus.OK;
  }

  private int checkKernel(MacOsVersion release, Disk disk) {
    int status =
        new KernelFile(release, disk, invocation, log).check(arguments.kernel(), arguments.loads());
    boolean talks = !arguments.loads() || arguments.isInteractive();
    if (status == ExitStatus.OK && talks && !arguments.has(KextutilFlag.LOG_CHANGED)) {
      log.setFilters(BASIC);
    }
    return status;
  }

  private int refuseWhenLoading(String option) {
    return refuse(
        "-%s is allowed only when not loading or sending personalities.".formatted(option));
  }

  private int refuse(String text) {
    log.error(text);
    return ExitStatus.USAGE;
  }
}
