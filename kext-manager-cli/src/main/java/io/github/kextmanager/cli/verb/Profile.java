package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.ProfileAnswer;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.host.KextProfile;
import io.github.kextmanager.host.KextProfileReader;
import io.github.kextmanager.host.KextProfileText;
import io.github.kextmanager.host.UnreadableProfileException;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.validation.SignatureReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the profile by which MDM allows kexts, or says whether a given one covers them. */
final class Profile implements Verb {
  private static final String CHECK = "--check";
  private static final String NAME = "--name";
  private static final String DEFAULT_NAME = "Kernel extensions";

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Write the MDM profile that allows kexts, or check one. Needs no Mac.",
            "Prints a configuration profile that allows exactly these kexts, under the teams that"
                + " their signatures name, and leaves all others to persons. macOS takes it from"
                + " user-approved MDM alone, from 10.13.2 on.",
            "With --check, says instead what a given profile does for each kext: BY_TEAM,"
                + " BY_EXTENSION, LEFT_TO_PERSONS or FORBIDDEN. 0: all are covered, 27: a person"
                + " must approve one, 23: one is forbidden.",
            "In JSON: profile (the text of the profile); with --check, for each kext: path,"
                + " identifier, teamIdentifier, coverage.")
        .value(CHECK, "FILE", "The profile to check, as exported, not signed.")
        .value(
            NAME, "TEXT", "The name of the profile that people see. Default: " + DEFAULT_NAME + ".")
        .objects("BUNDLE", "1..*", "The bundles of the kexts, by their paths.")
        .buildForFiles();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Volume volume = Volume.of(words.options());
    List<KextBundle> bundles = OpenedBundles.of(words.objects(), volume);
    SignatureReader signatures = new SignatureReader(volume.root());
    Map<KextBundle, Optional<TeamIdentifier>> teams = new LinkedHashMap<>();
    bundles.forEach(bundle -> teams.put(bundle, signatures.read(bundle).team()));
    Format format = words.options().format();
    if (words.has(CHECK) && words.has(NAME)) {
      throw new UsageException("--check reads a profile, and --name is for one that is written.");
    }
    if (words.has(CHECK)) {
      return ProfileAnswer.coverage(payloads(words.text(CHECK)), teams, format, console);
    }
    String name = words.has(NAME) ? words.text(NAME) : DEFAULT_NAME;
    ProfileAnswer.text(
        new KextProfileText(allowing(teams), name).mobileConfig(), teams, format, console);
    return ExitStatus.DONE;
  }

  private static KextProfile allowing(Map<KextBundle, Optional<TeamIdentifier>> teams) {
    Map<String, List<BundleIdentifier>> extensions = new LinkedHashMap<>();
    teams.forEach(
        (bundle, team) ->
            extensions
                .computeIfAbsent(
                    team.map(TeamIdentifier::value).orElse(""), any -> new ArrayList<>())
                .add(bundle.identifier()));
    extensions.replaceAll((team, kexts) -> kexts.stream().distinct().toList());
    return new KextProfile(
        KextProfile.Overrides.ALLOWED, List.of(), extensions, KextProfile.Approvers.ADMINISTRATORS);
  }

  private static List<KextProfile> payloads(String file) {
    Source source = new Source(file);
    try {
      return new KextProfileReader().read(source.bytes());
    } catch (IOException e) {
      throw source.failure(e);
    } catch (UnreadableProfileException e) {
      throw source.failure(new IOException(e.getMessage(), e));
    }
  }
}
