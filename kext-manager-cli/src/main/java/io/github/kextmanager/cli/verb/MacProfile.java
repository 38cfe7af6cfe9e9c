package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.testing.KextProfile;
import io.github.kextmanager.testing.OnDiskMac;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Lets MDM push a profile about kexts to a simulated Mac. */
final class MacProfile implements Verb {
  private static final Pattern ALLOWED = Pattern.compile("([0-9A-Z]{10})?(?:/(.+))?");
  private static final String OVERRIDES = "--user-overrides";
  private static final String NON_ADMIN = "--non-admin-approvals";

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Let MDM push a profile about kexts to a simulated Mac.",
                "The Mac is enrolled for that. What the profile allows counts at once up to 10.15, and"
                    + " with the next start from 11 on; on Apple silicon only if the boot security"
                    + " lets MDM manage kexts (\"mac recovery DIR --security reduced-managed\").",
                MacAnswer.JSON))
        .others(
            "TEAM|TEAM/ID", "A team that is allowed, or one kext of it; /ID: one without a team.")
        .flag(OVERRIDES, "Let persons allow others.")
        .flag(NON_ADMIN, "From 11 on, let persons allow them who are no administrators.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    KextProfile profile = KextProfile.create();
    for (String word : words.others(1)) {
      profile = allowing(profile, word);
    }
    if (words.has(OVERRIDES)) {
      profile = profile.withUserOverrides();
    }
    KextProfile complete = words.has(NON_ADMIN) ? profile.withNonAdminApprovals() : profile;
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> it.policy().mdm().install(complete));
    return MacAnswer.give(mac, words, console);
  }

  private static KextProfile allowing(KextProfile profile, String word) {
    Matcher parts = ALLOWED.matcher(word);
    if (!parts.matches() || word.isEmpty()) {
      throw new UsageException(
          "A profile allows a team of ten letters and digits, or TEAM/ID, not \"" + word + "\".");
    }
    String team = parts.group(1) == null ? KextProfile.UNSIGNED : parts.group(1);
    return parts.group(2) == null
        ? profile.allowingTeam(team)
        : profile.allowingKext(team, new KextWord(parts.group(2)).identifier());
  }
}
