package io.github.kextmanager.testing.codesign;

import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.testing.codesign.CodesignArguments.Action;
import io.github.kextmanager.testing.codesign.CodesignArguments.UsageException;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.List;
import java.util.Optional;

/**
 * {@code /usr/bin/codesign}, as far as {@code -d} and {@code -v}. The cryptographic signature is
 * not verified: a signature is valid here if all hashes are right.
 */
public final class Codesign implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/codesign";

  private static final int FAILURE = 1;
  private static final int USAGE = 2;

  private final Disk disk;
  private final String architecture;

  /**
   * The program.
   *
   * @param disk where the code lies
   * @param architecture the architecture of the kernel, whose slice is looked at
   */
  public Codesign(Disk disk, CpuType architecture) {
    this.disk = disk;
    this.architecture = architecture.columnText();
  }

  @Override
  public int run(Invocation invocation) {
    CodesignArguments arguments;
    try {
      arguments = CodesignArguments.read(invocation.arguments());
    } catch (UsageException e) {
      return usage(e.complaint(), invocation);
    }
    int status = 0;
    for (String target : arguments.targets()) {
      status = Math.max(status, look(target, arguments, invocation));
    }
    return status;
  }

  private int look(String target, CodesignArguments arguments, Invocation invocation) {
    Optional<CodeOnDisk> code = CodeOnDisk.at(invocation.absolute(target), disk);
    if (code.isEmpty()) {
      return fail("%s: No such file or directory".formatted(target), invocation);
    }
    SignatureView view = SignatureView.of(code.get(), disk, architecture);
    if (view.signature() instanceof Signature.Unsigned) {
      return fail("%s: code object is not signed at all".formatted(target), invocation);
    }
    Optional<CodeSignature> signature = view.content();
    if (signature.isEmpty()) {
      return fail("%s: invalid or unsupported format for signature".formatted(target), invocation);
    }
    return arguments.action() == Action.DISPLAY
        ? display(target, view, signature.get(), arguments, invocation)
        : verify(target, view, signature.get(), arguments, invocation);
  }

  private static int display(
      String target,
      SignatureView view,
      CodeSignature signature,
      CodesignArguments arguments,
      Invocation invocation) {
    Display.lines(target, view, signature, arguments.verbosity())
        .forEach(invocation.stderr()::println);
    if (arguments.entitlements().isPresent()) {
      signature.entitlements().ifPresent(text -> invocation.stdout().print(text));
    }
    return 0;
  }

  private static int verify(
      String target,
      SignatureView view,
      CodeSignature signature,
      CodesignArguments arguments,
      Invocation invocation) {
    if (!signature.matchesFile()) {
      fail(
          "%s: invalid signature (code or signature have been modified)".formatted(target),
          invocation);
      view.architecture()
          .ifPresent(name -> invocation.stderr().println("In architecture: " + name));
      return FAILURE;
    }
    if (arguments.verbosity() > 0) {
      invocation.stderr().println(target + ": valid on disk");
      invocation.stderr().println(target + ": satisfies its Designated Requirement");
    }
    return 0;
  }

  private static int fail(String message, Invocation invocation) {
    invocation.stderr().println(message);
    return FAILURE;
  }

  private static int usage(String complaint, Invocation invocation) {
    if (!complaint.isEmpty()) {
      invocation.stderr().println("codesign: " + complaint);
    }
    List.of(
            "Usage: codesign -s identity [-fv*] [-o flags] [-r reqs] [-i ident] path ... # sign",
            "       codesign -v [-v*] [-R=<req string>|-R <req file path>] path|[+]pid ... #"
                + " verify",
            "       codesign -d [options] path ... # display contents",
            "       codesign -h pid ... # display hosting paths")
        .forEach(invocation.stderr()::println);
    return USAGE;
  }
}
