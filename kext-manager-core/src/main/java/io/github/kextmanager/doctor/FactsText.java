package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFacts;
import java.util.stream.Collectors;

/** What is known of a Mac, a fact a line, each with how it was learnt. */
final class FactsText {
  private FactsText() {}

  static String of(HostFacts facts) {
    return String.join(
        "",
        line("release", facts.release()),
        line("build", facts.build()),
        line("kernel", facts.darwin()),
        line("chip", facts.chip()),
        line("translation", facts.translation()),
        line("machine", facts.machine()),
        line("boot", facts.boot()),
        line("boot session", facts.bootSession()),
        line("boot arguments", facts.bootArguments()),
        line("System Integrity Protection", facts.integrity()),
        line("boot policy", facts.bootPolicy()),
        line("consent of persons", facts.userConsent()),
        line("approvals", facts.policy()),
        line("enrolment with MDM", facts.enrolment()),
        line("profiles about kexts", facts.profiles()),
        line("developer mode for kexts", facts.developerMode()),
        line("collections", facts.collections()),
        line("auxiliary collection", facts.auxiliaryCollection()),
        line("root access", facts.root()),
        contradictions(facts));
  }

  private static String contradictions(HostFacts facts) {
    return facts.contradictions().stream()
        .map(
            each ->
                "contradiction: %s\n    from %s\n    and %s\n"
                    .formatted(each.said(), each.first(), each.second()))
        .collect(Collectors.joining());
  }

  private static String line(String name, HostFact<?> fact) {
    String known = fact instanceof HostFact.NotKnown<?> ? "not known: " : "";
    Ground ground = Ground.of(fact);
    return "%s: %s%s\n    from %s\n".formatted(name, known, ground.text(), ground.from());
  }
}
