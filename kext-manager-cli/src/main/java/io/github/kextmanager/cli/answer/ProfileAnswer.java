package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.host.KextProfile;
import io.github.kextmanager.host.KextProfile.Coverage;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about profiles, for people and in JSON. */
public final class ProfileAnswer {
  private ProfileAnswer() {}

  /** Prints a profile, and says of which kexts no team is known. */
  public static void text(
      String profile,
      Map<KextBundle, Optional<TeamIdentifier>> kexts,
      Format format,
      Console console) {
    if (format == Format.JSON) {
      console.json().text("profile", profile).end();
    } else {
      console.printText(profile);
    }
    kexts.forEach(
        (bundle, team) -> {
          if (team.isEmpty()) {
            console.say(
                "kextm: the signature of "
                    + bundle.path()
                    + " names no team. It is listed as one that nobody signed, and macOS 11 and"
                    + " later will not load it for that.");
          }
        });
  }

  /** Says what the payloads of a profile do for kexts; of several, the most generous counts. */
  public static ExitStatus coverage(
      List<KextProfile> payloads,
      Map<KextBundle, Optional<TeamIdentifier>> kexts,
      Format format,
      Console console) {
    ExitStatus status = ExitStatus.DONE;
    for (Map.Entry<KextBundle, Optional<TeamIdentifier>> kext : kexts.entrySet()) {
      Coverage coverage = coverage(payloads, kext.getKey(), kext.getValue());
      print(kext.getKey(), kext.getValue(), coverage, format, console);
      status = worse(status, coverage);
    }
    return status;
  }

  /** A profile that says nothing of kexts leaves them to persons. */
  private static Coverage coverage(
      List<KextProfile> payloads, KextBundle bundle, Optional<TeamIdentifier> team) {
    return payloads.stream()
        .map(payload -> payload.of(bundle.identifier(), team))
        .min(Coverage::compareTo)
        .orElse(Coverage.LEFT_TO_PERSONS);
  }

  private static void print(
      KextBundle bundle,
      Optional<TeamIdentifier> team,
      Coverage coverage,
      Format format,
      Console console) {
    if (format == Format.JSON) {
      console
          .json()
          .text("path", bundle.path().toString())
          .text("identifier", bundle.identifier().value())
          .text("teamIdentifier", team.map(TeamIdentifier::value))
          .text("coverage", coverage.name())
          .end();
    } else {
      console.print(bundle.identifier() + ": " + sentence(coverage));
    }
  }

  private static String sentence(Coverage coverage) {
    return switch (coverage) {
      case BY_TEAM -> "allowed, since its team is listed";
      case BY_EXTENSION -> "allowed, since it is listed itself";
      case LEFT_TO_PERSONS -> "not listed; a person may approve it";
      case FORBIDDEN -> "not listed, and the profile lets nobody approve it";
    };
  }

  private static ExitStatus worse(ExitStatus status, Coverage coverage) {
    return switch (coverage) {
      case BY_TEAM, BY_EXTENSION -> status;
      case LEFT_TO_PERSONS -> status == ExitStatus.DONE ? ExitStatus.APPROVAL_OWED : status;
      case FORBIDDEN -> ExitStatus.FORBIDDEN;
    };
  }
}
