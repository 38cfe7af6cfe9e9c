package io.github.kextmanager.cli.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.DiagnosisJson;
import io.github.kextmanager.cli.answer.DiagnosisText;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Loudness;
import io.github.kextmanager.cli.answer.PlanText;
import io.github.kextmanager.cli.answer.SearchedText;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.answer.UnreadableFileException;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.cli.mac.PathWord;
import io.github.kextmanager.command.record.Redaction;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Doctor;
import io.github.kextmanager.doctor.Document;
import io.github.kextmanager.doctor.RedactedArchive;
import io.github.kextmanager.doctor.SearchedPlace;
import io.github.kextmanager.model.TargetMac;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Writes one archive that somebody else can judge a Mac by. */
final class WriteReport implements Verb {
  private static final Duration BACK = Duration.ofHours(1);

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Write one archive about the kexts of a Mac, for somebody who is to help.",
            "In it: what doctor says of all kexts of others (text and JSON), what is to be done in"
                + " which order, facts of the Mac, versions of its tools, the table of loaded"
                + " kexts, what was said about kexts in the last hour, reports of panics in which"
                + " kexts of others stood, and every command that was run with its answer. Where"
                + " nothing was found, the document says where it was looked for.",
            "Names of users and machines, serial numbers and other marks of the hardware, addresses"
                + " and secrets are replaced: docs/recordings.md has the list. No file is written"
                + " over.",
            "In JSON: file, documents (each name, sizeBytes).")
        .objects("FILE", "1", "The new zip file.")
        .remembering()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Path file = file(words.object(0));
    try {
      List<Document> documents = documents(words.options(), console);
      List<Document> written =
          new RedactedArchive(Redaction.ofThisMachine()).write(file, documents);
      tell(file, written, words.options().format(), console);
      return ExitStatus.DONE;
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(file + " is there already; a report is written over nothing.");
    } catch (IOException e) {
      throw new Source(file.toString()).failure(e);
    }
  }

  /** Looked at before all the work. */
  private static Path file(String word) {
    Path file = PathWord.plain(word).toAbsolutePath();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(file + " is there already; a report is written over nothing.");
    }
    Path folder = file.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new UnreadableFileException(
          "%s cannot be written: there is no folder %s.".formatted(file, folder));
    }
    return file;
  }

  private static List<Document> documents(GlobalOptions options, Console console)
      throws IOException {
    Path folder = Files.createTempDirectory("kextm-report");
    Path recording = folder.resolve("commands.kextrec");
    try {
      List<Document> documents = new ArrayList<>();
      try (ChosenMac mac =
          ChosenMac.of(
              options.recordingTo(recording),
              Need.KERNEL_AND_FILES,
              console.with(Loudness.QUIET))) {
        Doctor doctor = mac.look(options).look();
        documents.addAll(diagnoses(doctor));
        documents.addAll(doctor.documents(BACK));
      }
      documents.add(new Document("commands.kextrec", Files.readString(recording)));
      return documents;
    } finally {
      Files.deleteIfExists(recording);
      Files.deleteIfExists(folder);
    }
  }

  private static List<Document> diagnoses(Doctor doctor) {
    List<Diagnosis> all = doctor.examineAll();
    TargetMac mac = doctor.target();
    List<SearchedPlace> places = doctor.searched();
    return List.of(
        new Document("doctor.txt", printed(console -> print(all, places, mac, console))),
        new Document(
            "doctor.json",
            printed(
                console -> {
                  SearchedText.write(places, mac, console);
                  all.forEach(each -> DiagnosisJson.write(each, mac, console));
                })),
        new Document("plan.txt", printed(console -> PlanText.print(all, mac.release(), console))));
  }

  private static void print(
      List<Diagnosis> all, List<SearchedPlace> places, TargetMac mac, Console console) {
    console.print("Kexts of others were looked for (macOS %s):".formatted(mac.release()));
    SearchedText.lines(places).forEach(line -> console.print("  " + line));
    if (all.isEmpty()) {
      console.print("None was found.");
    }
    Console verbose = console.with(Loudness.VERBOSE);
    for (Diagnosis each : all) {
      console.print("");
      DiagnosisText.print(each, mac.release(), verbose);
    }
  }

  private static String printed(Consumer<Console> printing) {
    var out = new ByteArrayOutputStream();
    var none = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    printing.accept(new Console(InputStream.nullInputStream(), out, none));
    return out.toString(UTF_8);
  }

  private static void tell(Path file, List<Document> documents, Format format, Console console) {
    if (format == Format.JSON) {
      console
          .json()
          .text("file", file.toString())
          .objects(
              "documents",
              documents,
              (json, each) ->
                  json.text("name", each.name())
                      .number("sizeBytes", each.text().getBytes(UTF_8).length))
          .end();
      return;
    }
    console.print("Written to %s, with:".formatted(file));
    documents.forEach(each -> console.print("  " + each.name()));
    console.say("kextm: look it through before you show it to anybody");
  }
}
