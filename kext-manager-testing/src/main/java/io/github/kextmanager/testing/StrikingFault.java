package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.OsReturn;
import java.util.Optional;

/** A fault while the run lasts that it strikes. */
final class StrikingFault {
  private final Fault fault;
  private final Optional<ToolName> tool;
  private final CommandLine command;
  private int requests;
  private boolean spent;

  StrikingFault(Fault fault, Optional<ToolName> tool, CommandLine command) {
    this.fault = fault;
    this.tool = tool;
    this.command = command;
  }

  Fault fault() {
    return fault;
  }

  boolean hides(String program) {
    return fault instanceof Fault.ToolMissing && program.equals(hidden());
  }

  /** What was named, or what was to be run. */
  private String hidden() {
    return tool.map(ToolName::path).orElse(command.executable().toString());
  }

  /** What the kernel does with a request, if anything but its duty. The first one is struck. */
  Optional<Fault.OfKernel> onKernel(KernelRequest request) {
    if (spent || !(fault instanceof Fault.OfKernel ofKernel) || !concerns(ofKernel, request)) {
      return Optional.empty();
    }
    spent = true;
    return Optional.of(ofKernel);
  }

  private boolean concerns(Fault.OfKernel ofKernel, KernelRequest request) {
    if (ofKernel instanceof Fault.KernelAnswers) {
      return (request == KernelRequest.LOADED_KEXTS) == onlyLooks();
    }
    return FaultyKernel.strikes(ofKernel, request);
  }

  private boolean onlyLooks() {
    return command.argv().contains(ToolName.KEXTSTAT.path())
        || command.arguments().contains("showloaded");
  }

  /** Counts a request for which root is needed, and says whether the rights for it are gone. */
  boolean lacksPermission() {
    return fault instanceof Fault.PermissionLost lost && requests++ >= lost.after();
  }

  Optional<OsReturn> codeOfKextd() {
    return fault instanceof Fault.KextdAnswers answers
        ? Optional.of(answers.code())
        : Optional.empty();
  }
}
