package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writing files of symbols, up to where the linker is needed (kext_tools, kextutil_main.c: {@code
 * generateKextSymbols}). There is none here, so nothing is written, and that is said.
 *
 * @param trial what is looked at first
 * @param process the library
 * @param invocation how the tool was called
 */
record KextutilSymbols(TrialLink trial, LibraryProcess process, Invocation invocation) {
  private static final int USER_ABORT = 3;

  Outcome save(RepositoryKext kext, KextutilArguments arguments) {
    Outcome linked = trial.link(kext);
    if (!linked.isOk()) {
      return linked;
    }
    boolean knowsAddresses = arguments.loads() || arguments.has(KextutilFlag.USE_LOAD_ADDRESSES);
    Predicate<RepositoryKext> lacksAddress =
        each ->
            each.facts().declaresExecutable()
                && !each.facts().isInterface()
                && !knowsAddresses
                && !arguments.addresses().containsKey(each.identifier().value());
    if (lacksAddress.test(kext)) {
      return askForAddress(kext, lacksAddress);
    }
    invocation
        .stderr()
        .println("kextutil: the simulated Mac has no linker and writes no files of symbols");
    return Outcome.failed(ExitStatus.SOFTWARE);
  }

  private Outcome askForAddress(RepositoryKext kext, Predicate<RepositoryKext> lacksAddress) {
    Optional<RepositoryKext> first =
        process.loadList(kext).orElse(List.of()).stream().filter(lacksAddress).findFirst();
    var prompt = new Prompt(invocation.stderr());
    prompt.say(
        """

        Enter the hexadecimal load addresses for these extensions
        (press Return to skip symbol generation for an extension):

        """);
    prompt.ask("%s: ".formatted(first.orElse(kext).identifier()));
    prompt.say("\nuser canceled address input; exiting\n");
    return Outcome.failed(USER_ABORT);
  }
}
