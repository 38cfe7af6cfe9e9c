package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.validation.KextExecutable;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a kext has code for this kernel. */
final class ArchitectureCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    Architecture wanted = mac.target().architecture();
    if (mac.facts().chip().value().isEmpty()) {
      return Check.notKnown(Topic.ARCHITECTURE, mac.facts().chip());
    }
    KextExecutable code = kext.executable();
    if (code.status() == KextExecutable.Status.NOT_DECLARED) {
      return Check.passed(Topic.ARCHITECTURE, "It has no code, which fits every kernel.");
    }
    String has =
        code.architectures().orElse(List.of()).stream()
            .map(Architecture::name)
            .collect(Collectors.joining(", "));
    Ground ground =
        Ground.of(kext.path().toString(), "code for " + (has.isEmpty() ? "nothing" : has));
    if (code.supportsArchitecture()) {
      return Check.passed(
          Topic.ARCHITECTURE, "It has code for %s.".formatted(wanted.name()), ground);
    }
    return switch (code.status()) {
      case OTHER_ARCHITECTURE, KEXT_CODE ->
          Check.failed(
              Topic.ARCHITECTURE,
              Reason.WRONG_ARCHITECTURE,
              "The kernel runs %s, and it has no code for that.".formatted(wanted.name()),
              List.of(ground));
      default ->
          Check.notKnown(
              Topic.ARCHITECTURE, "Its executable cannot be read as code of a kext.", ground);
    };
  }
}
