package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.GraphAnswer;
import io.github.kextmanager.cli.answer.KextGraph;
import io.github.kextmanager.cli.answer.ResolutionAnswer;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Draws what needs what. */
final class Graph implements Verb {
  private static final String FORMAT = "--format";
  private static final String LOADED = "--loaded";

  @Override
  public CommandSpec spec() {
    VerbSpec spec =
        VerbSpec.of(
                "Draw which kext needs which: on disk, or loaded.",
                "On disk, an arrow leads from each kext to each library that it would get; this needs no"
                    + " Mac. Loaded, it leads to what the kernel linked it against. With a KEXT, only"
                    + " that and what it needs is drawn.",
                "In JSON: nodes (each id, identifier, version, path), edges (each from, to, which are"
                    + " ids).")
            .objects(
                "KEXT", "0..*", "Bundle identifiers, or on disk also paths, with a slash in them.")
            .flag(LOADED, "What the kernel holds, of this Mac or of a simulated one.")
            .value(FORMAT, "FORMAT", "dot (the default), mermaid or json, as --json does.")
            .recordable();
    return ScanWords.addTo(TargetWords.addTo(spec)).build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    GraphAnswer answer = answer(words, options);
    return words.has(LOADED)
        ? loaded(words, options, answer, console)
        : onDisk(words, answer, console);
  }

  private static GraphAnswer answer(Words words, GlobalOptions options) {
    String format = words.has(FORMAT) ? words.text(FORMAT) : "";
    boolean isJson = options.format() == Format.JSON;
    return switch (format) {
      case "" -> isJson ? GraphAnswer.JSON : GraphAnswer.DOT;
      case "json" -> GraphAnswer.JSON;
      case "dot", "mermaid" -> {
        if (isJson) {
          throw new UsageException("--json and --format " + format + " contradict each other.");
        }
        yield format.equals("dot") ? GraphAnswer.DOT : GraphAnswer.MERMAID;
      }
      default ->
          throw new UsageException("--format is dot, mermaid or json, not \"" + format + "\".");
    };
  }

  private static ExitStatus loaded(
      Words words, GlobalOptions options, GraphAnswer answer, Console console) {
    for (String option : List.of("--scan", "--as", "--arch")) {
      if (words.has(option)) {
        throw new UsageException(option + " is about kexts on disk, and --loaded is not.");
      }
    }
    List<BundleIdentifier> wanted = new ArrayList<>();
    words.objects().forEach(word -> wanted.add(new KextWord(word).identifier()));
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL, console)) {
      KextGraph graph = KextGraph.of(mac.manager().snapshot());
      List<String> ids = new ArrayList<>();
      ExitStatus status = ExitStatus.DONE;
      for (BundleIdentifier identifier : wanted) {
        List<String> found = graph.idsOf(identifier);
        ids.addAll(found);
        if (found.isEmpty()) {
          console.complain("kextm: " + identifier + " is not loaded");
          status = ExitStatus.NO_INPUT;
        }
      }
      answer.print(wanted.isEmpty() ? graph : graph.from(ids), console);
      return status;
    }
  }

  private static ExitStatus onDisk(Words words, GraphAnswer answer, Console console) {
    if (words.options().record().isPresent()) {
      throw new UsageException("--record goes with --loaded: on disk no Mac is asked.");
    }
    NamedKexts named = NamedKexts.of(words, TargetWords.target(words), console);
    ExitStatus status = named.isComplete() ? ExitStatus.DONE : ExitStatus.NO_INPUT;
    KextGraph graph = KextGraph.of(named.scan().repository());
    List<String> ids = new ArrayList<>();
    for (String word : words.objects()) {
      List<RepositoryKext> kexts = named.find(word);
      kexts.forEach(kext -> ids.add(kext.path().toString()));
      if (kexts.isEmpty()) {
        ResolutionAnswer.missing(word, named.why(word), Format.TEXT, console);
        status = ExitStatus.NO_INPUT;
      }
    }
    answer.print(words.objects().isEmpty() ? graph : graph.from(ids), console);
    return status;
  }
}
