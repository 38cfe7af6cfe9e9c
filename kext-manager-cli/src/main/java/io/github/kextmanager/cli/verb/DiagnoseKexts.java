package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.DiagnosisJson;
import io.github.kextmanager.cli.answer.DiagnosisText;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.SearchedText;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Doctor;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.model.NotAMacException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Says how kexts stand before anybody tries to load them. */
final class DiagnoseKexts implements Verb {
  @Override
  public CommandSpec spec() {
    VerbSpec spec =
        VerbSpec.of(
            "Say why a kext would not be loaded, and who must do what. Changes nothing.",
            "Looks at the bundle (files, owners, signature, architecture, libraries, place), at"
                + " what the Mac allows (approvals, boot policy, System Integrity Protection,"
                + " exclude list, safe boot), and at what is there (loaded, collection, protected"
                + " copies, panics). What cannot be found out is called not known. Without a kext:"
                + " all kexts of others, the worst first.",
            "With --as or --arch, and a BUNDLE, it needs no Mac: what only the Mac could tell is"
                + " then not known.",
            "The exit status is that of the reason, 0 if nothing that is known stands against it:"
                + " 20 invalid, not authentic or badly signed, 21 a library is missing, 23"
                + " forbidden, 27 an approval is owed, 28 a restart, 66 there is none, 77 no"
                + " privilege, 1 others.",
            "In JSON, for each kext: identifier, bundle, release, architecture, standing (LOADED,"
                + " STOPPED, NOTHING_KNOWN_AGAINST_IT), reason, remedies (actor, action, command,"
                + " canBeDoneForYou), obstacles (all that stands against it, in order: topic,"
                + " reason, meaning, culprits: identifier, bundle, reason; remedies), checks"
                + " (topic, result: FAILED, WARNED, NOT_KNOWN or PASSED, reason, said, grounds:"
                + " from, line, text), versions (copies: place, version, uuid, path; notKnown:"
                + " place, because; stale).");
    TargetWords.withBoot(spec);
    return spec.objects("KEXT", "0..*", "Bundles by their paths, or identifiers.")
        .remembering()
        .recordable()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    if (TargetWords.areIn(words)) {
      Volume volume = Volume.of(words.options());
      refuseWhatNeedsMac(words);
      return answer(
          Doctor.withoutMac(volume.root(), TargetWords.target(words)),
          volume::path,
          words,
          console);
    }
    GlobalOptions options = words.options();
    try (ChosenMac mac = reach(words, console)) {
      // A simulated Mac gets the bundles that are named before it is looked at.
      words.objects().stream().filter(word -> new KextWord(word).isPath()).forEach(mac::path);
      return answer(mac.look(options).look(), mac::path, words, console);
    }
  }

  private static ChosenMac reach(Words words, Console console) {
    try {
      return ChosenMac.of(words.options(), Need.KERNEL_AND_FILES, console);
    } catch (NotAMacException noMac) {
      if (!words.objects().isEmpty()) {
        console.say("kextm: with --as RELEASE a bundle is judged without a Mac");
      }
      throw noMac;
    }
  }

  private static void refuseWhatNeedsMac(Words words) {
    if (words.objects().isEmpty()) {
      throw new UsageException("Without a Mac a kext must be named: KEXT.");
    }
    if (words.options().journal().isPresent() || words.options().record().isPresent()) {
      throw new UsageException(
          "--as, --arch and --safe-boot judge a kext without a Mac: --journal and --record have no"
              + " place beside them.");
    }
    if (!words.options().choosesMac()) {
      words.objects().stream()
          .filter(word -> !new KextWord(word).isPath())
          .findFirst()
          .ifPresent(
              identifier -> {
                throw new UsageException(
                    "The identifier %s needs a Mac, or --root DIR with the files of one: without, name"
                            .formatted(new KextWord(identifier).identifier())
                        + " the bundle by its path.");
              });
    }
  }

  private static ExitStatus answer(
      Doctor doctor, Function<String, Path> paths, Words words, Console console) {
    List<Diagnosis> diagnoses =
        words.objects().isEmpty()
            ? doctor.examineAll().stream()
                .sorted(Comparator.comparing(DiagnoseKexts::urgency))
                .toList()
            : words.objects().stream().map(word -> examine(word, doctor, paths)).toList();
    for (Diagnosis diagnosis : diagnoses) {
      if (words.options().format() == Format.JSON) {
        DiagnosisJson.write(diagnosis, doctor.target(), console);
      } else {
        DiagnosisText.print(diagnosis, doctor.target().release(), console);
      }
    }
    for (HostFacts.Contradiction each : doctor.facts().contradictions()) {
      console.say("kextm: two answers contradict each other: " + each.said());
      console.say("kextm:   %s; %s".formatted(each.first(), each.second()));
    }
    if (diagnoses.isEmpty()) {
      console.say("kextm: no kext of others was found on this Mac:");
      SearchedText.lines(doctor.searched()).forEach(line -> console.say("kextm:   " + line));
    }
    return diagnoses.stream()
        .flatMap(diagnosis -> diagnosis.reason().stream())
        .map(ExitStatus::of)
        .findFirst()
        .orElse(ExitStatus.DONE);
  }

  private static Diagnosis examine(String word, Doctor doctor, Function<String, Path> paths) {
    KextWord kext = new KextWord(word);
    return kext.isPath() ? doctor.examine(paths.apply(word)) : doctor.examine(kext.identifier());
  }

  private static int urgency(Diagnosis diagnosis) {
    return switch (diagnosis.standing()) {
      case STOPPED -> 0;
      case NOTHING_KNOWN_AGAINST_IT -> 2;
      case LOADED -> isWarned(diagnosis) ? 1 : 3;
    };
  }

  private static boolean isWarned(Diagnosis diagnosis) {
    return diagnosis.checks().stream()
        .anyMatch(check -> check.result().compareTo(Check.Result.WARNED) <= 0);
  }
}
