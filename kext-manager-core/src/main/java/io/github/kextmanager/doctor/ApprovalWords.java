package io.github.kextmanager.doctor;

import io.github.kextmanager.host.InstalledProfiles;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextProfile;
import io.github.kextmanager.host.MdmEnrolment;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What persons and organisations allow on a Mac, in words for people. */
final class ApprovalWords {
  private ApprovalWords() {}

  static String of(KextPolicy policy) {
    return parts(
        Stream.of(
            "decided by persons: " + list(policy.decisions(), ApprovalWords::decision),
            "by profiles: " + list(policy.managed(), ApprovalWords::managed),
            "asked for: " + list(policy.history(), ApprovalWords::request)),
        policy.unknown());
  }

  private static String decision(KextPolicy.Decision row) {
    return "%s (%s): %s"
        .formatted(row.identifier(), team(row.team()), FactWords.words(row.permission()));
  }

  private static String managed(KextPolicy.Managed row) {
    return "%s (%s): %s"
        .formatted(
            row.identifier().map(Object::toString).orElse("all kexts"),
            team(row.team()),
            FactWords.words(row.permission()));
  }

  private static String request(KextPolicy.Request row) {
    String last = row.values().getOrDefault("last_seen", "");
    return "%s (%s, %s)%s"
        .formatted(
            row.path(),
            row.identifier(),
            team(row.team()),
            last.isEmpty() ? "" : ", last at %s UTC".formatted(last));
  }

  private static String team(Optional<String> team) {
    return team.map("team %s"::formatted).orElse("no team");
  }

  static String of(MdmEnrolment enrolment) {
    return "%s; by its buyer, without a choice for its user: %s"
        .formatted(
            switch (enrolment.standing()) {
              case NOT_ENROLLED -> "not enrolled";
              case NOT_APPROVED -> "enrolled, and no user has approved of it";
              case USER_APPROVED -> "enrolled, with the approval of a user";
              case APPROVAL_NOT_TOLD -> "enrolled; whether a user has approved of it is not told";
            },
            FactWords.yesOrNo(enrolment.automated()));
  }

  static String of(InstalledProfiles profiles) {
    return parts(
        Stream.of(
            "%d profiles of all kinds".formatted(profiles.count()),
            "one of them for MDM: " + FactWords.yesOrNo(Optional.of(profiles.management())),
            "about kexts: " + list(profiles.kexts(), ApprovalWords::installed)),
        profiles.unreadable());
  }

  private static String installed(InstalledProfiles.Installed installed) {
    KextProfile policy = installed.policy();
    Stream<String> teams = policy.teams().stream().map(TeamIdentifier::value);
    Stream<String> kexts =
        policy.extensions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(kext -> "%s of %s".formatted(kext, named(entry.getKey()))));
    return "%s allows %s, persons may allow others: %s, who are no administrators: %s"
        .formatted(
            installed.profile(),
            list(Stream.concat(teams.map("all of team "::concat), kexts).toList(), text -> text),
            policy.overrides() == KextProfile.Overrides.ALLOWED ? "yes" : "no",
            policy.approvers() == KextProfile.Approvers.EVERYBODY ? "yes" : "no");
  }

  private static String named(String team) {
    return team.isEmpty() ? "no team" : "team " + team;
  }

  private static <T> String list(List<T> rows, Function<T, String> words) {
    return rows.isEmpty() ? "none" : rows.stream().map(words).collect(Collectors.joining(", "));
  }

  private static String parts(Stream<String> parts, List<String> notUnderstood) {
    return Stream.concat(parts, notUnderstood.stream().map("not understood: "::concat))
        .collect(Collectors.joining("; "));
  }
}
