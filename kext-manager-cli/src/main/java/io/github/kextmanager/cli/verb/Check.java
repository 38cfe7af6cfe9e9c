package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.cli.answer.Answers;
import io.github.kextmanager.cli.answer.CheckReport;
import io.github.kextmanager.cli.answer.CheckReports;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.KextVerdict;
import io.github.kextmanager.cli.answer.VersionQuery;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.TargetMac;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with bundles, as the Mac that is named would. */
final class Check implements Verb {
  private static final String QUERY = "--query";

  @Override
  public CommandSpec spec() {
    VerbSpec spec =
        VerbSpec.of(
            "Say what is wrong with bundles on disk. Needs no Mac.",
            "Judges each bundle as the kext library of the release does, up to 10.15; the rules of"
                + " 11 and later are not public, and those of 10.15 are applied. Without a BUNDLE,"
                + " everything in the folders is judged. Good bundles are shown with --verbose only.",
            "Each finding stands there in Apple's words, with the key or the file and what to do."
                + " The exit status is that of the worst bundle, the lowest-level cause first: 66"
                + " nothing there, 20 invalid or not authentic (or a library is), 21 libraries"
                + " missing, 1 not loaded in a safe boot.",
            "In JSON, for each bundle: path, identifier, version, compatibleVersion, what it is, each"
                + " question that the library answers and its answer, logMessages, dependencies by"
                + " path, personalities, diagnostics. Then one object: opened (every path, sorted),"
                + " byIdentifier, scanMessages, queries, refused (what is no kext, and why).");
    spec.objects(
        "BUNDLE", "0..*", "Bundles to judge, before --scan. The folders hold their libraries.");
    ScanWords.addTo(TargetWords.withBoot(spec));
    return spec.repeatable(
            QUERY, "ID@VERSION", "Say, in JSON, which kext stands for this version of a kext.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    TargetMac mac = TargetWords.target(words);
    List<VersionQuery> queries = QueryWord.all(words.values(QUERY), mac.versions());
    Scan scan = Scan.of(words, mac, console);
    CheckReport report =
        CheckReports.of(options.format(), scan.repository(), scan.volume().root(), queries);
    List<KextVerdict> verdicts = new ArrayList<>();
    for (OpeningRefusal refusal : scan.refusals()) {
      verdicts.add(report.refuse(refusal, scan.verdict(refusal), console));
    }
    List<RepositoryKext> kexts = scan.kexts();
    verdicts.addAll(Answers.print(kexts, console, report::answer, report::fail));
    report.end(verdicts, console);
    return worst(verdicts, scan.isComplete());
  }

  private static ExitStatus worst(List<KextVerdict> verdicts, boolean isComplete) {
    KextVerdict worst = isComplete ? KextVerdict.LOADABLE : KextVerdict.MISSING;
    for (KextVerdict verdict : verdicts) {
      worst = worst.compareTo(verdict) >= 0 ? worst : verdict;
    }
    return worst.status();
  }
}
