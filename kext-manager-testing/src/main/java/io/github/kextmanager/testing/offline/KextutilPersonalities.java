package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sends the personalities of a kext and of all that it needs, without loading anything (kext_tools,
 * kextutil_main.c: {@code startKextsAndSendPersonalities}). The simulated catalogue takes them, and
 * nothing comes of it.
 *
 * @param process the library
 * @param hasPersonalities whether a kext has any
 * @param log where the steps are told
 */
record KextutilPersonalities(
    LibraryProcess process, Predicate<RepositoryKext> hasPersonalities, ToolLog log) {

  Outcome send(RepositoryKext kext, KextutilArguments arguments, Invocation invocation) {
    Optional<List<RepositoryKext>> loadList = process.loadList(kext);
    if (loadList.isEmpty()) {
      log.error("Can't get dependency list for %s.".formatted(kext.identifier()));
      return Outcome.failed(ExitStatus.OS_ERROR);
    }
    boolean onlyKext = arguments.has(KextutilFlag.INTERACTIVE);
    for (RepositoryKext each : onlyKext ? List.of(kext) : loadList.get()) {
      if (!hasPersonalities.test(each)) {
        step("%s has no personalities to send.", each);
        continue;
      }
      if (arguments.isInteractive()) {
        var prompt = new Prompt(invocation.stderr());
        prompt.ask("Send personalities for %s [Y/n/a]? ".formatted(each.shownPath()));
        prompt.say("Error: couldn't read response.");
        return Outcome.fatal(ExitStatus.SOFTWARE);
      }
      step("Sending personalities of %s to the IOCatalogue.", each);
      step("Personalities sent for %s.", each);
    }
    return Outcome.OK;
  }

  private void step(String text, RepositoryKext kext) {
    log.general(LogLevel.STEP, text.formatted(kext.shownPath()));
  }
}
